// A Droplet and what stands around it: what sends requests to it, guards it, points at it.
import type { At, Hanging, Thing } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, its, look, shownWith } from '../../entry/looks.ts';

const publicAddress: At = { of: 'networks.v4', where: { type: 'public' }, take: 'ip_address' };

/** What tells Droplets apart. */
export const described = {
  details: [
    { at: publicAddress },
    { at: 'region.slug', says: 'in {}' },
    { at: 'size_slug' },
    { at: 'created_at', as: 'age' },
    { at: 'tags', says: 'tagged {}' },
  ],
  costs: { at: 'size.price_monthly' },
} as const;

/** A Droplet by the argument that names it. */
export const droplet: Thing = {
  look: look('droplets_get', { droplet_id: argument('droplet_id') }),
  ...described,
};

/** What else than its disk belongs to it. */
export const associated = look('droplets_list_associatedResources', {
  droplet_id: argument('droplet_id'),
});

/** Load balancers that send requests to it, by its id or a tag of it. */
export const loadBalancers: Hanging = {
  kind: 'load balancer',
  asks: 'which load balancers send requests to it',
  fate: 'loses',
  look: look('loadBalancers_list', {}),
  belongs: [
    { at: 'droplet_ids', is: its('id') },
    { at: 'tag', is: its('tags') },
  ],
  ...shownWith('tag:read'),
};

const addresses = [its('networks.v4.ip_address'), its('networks.v6.ip_address')] as const;

const nothingBehind = 'pointing at an address behind which nothing is left';

/** DNS records that point at addresses of several Droplets; there are more reads besides than for one. */
export const recordsToAll: Hanging = recordsTo('them', addresses, nothingBehind, 4);

/** DNS records that point at its addresses, or at its reserved IP. */
export const records: Hanging = recordsTo(
  'it',
  [...addresses, { seen: associated, at: 'reserved_ips.name' }],
  nothingBehind,
);

/** Its backups. */
export const backups: Hanging = {
  kind: 'backup',
  asks: 'which backups it has',
  fate: 'stays',
  look: look('droplets_list_backups', { droplet_id: argument('droplet_id') }),
  note: 'no new ones are made, and those there are expire within about four weeks',
};

/** Firewalls that guard it. */
export const firewalls: Hanging = {
  kind: 'firewall',
  asks: 'which firewalls guard it',
  fate: 'loses',
  look: look('droplets_list_firewalls', { droplet_id: argument('droplet_id') }),
};
