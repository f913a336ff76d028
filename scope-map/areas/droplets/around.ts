// A Droplet and what stands around it: what sends requests to it, guards it, points at it.
import type { At, Hanging, Thing } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, its, look, shownWith } from '../../entry/looks.ts';

const addresses: At = { of: 'networks.v4', where: { type: 'public' }, take: 'ip_address' };

/** What tells Droplets apart. */
export const described = {
  details: [
    { at: addresses },
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

/** DNS records that point at its addresses. */
export const records: Hanging = recordsTo(
  'it',
  [its('networks.v4.ip_address'), its('networks.v6.ip_address')],
  'pointing at an address that somebody else may get',
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
