// Why DigitalOcean would refuse what is done with firewalls.
import type { Check, Refusals, Untold } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, untold, untoldWithout } from '../../entry/refusals.ts';

const list = looking('firewalls_list', {});
const itself = looking('firewalls_get', { firewall_id: 'firewall_id' });

const taken = 'there is a firewall {name}';

const droplets: Check = look(
  looking('droplets_get', { droplet_id: 'it' }),
  [ground('gone', 'there is no Droplet {it}')],
  { each: 'droplet_ids' },
);

/** A firewall takes only tags that there are. */
const tags: Check = look(
  looking('tags_get', { tag_id: 'it' }),
  [ground('gone', 'there is no tag {it}')],
  { each: 'tags' },
);

const peers = (place: string): Check =>
  look(looking('tags_get', { tag_id: 'it' }), [ground('gone', 'there is no tag {it}')], {
    each: place,
  });

const port = /^(?:0|all|\d{1,5}(?:-\d{1,5})?)$/;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)(?:\/\d{1,3})?$/i;

/** What rules say must have its form, and what they name must be there. */
const rules: readonly (Check | Untold)[] = [
  peers('inbound_rules.sources.tags'),
  peers('outbound_rules.destinations.tags'),
  untold('whether the ports and addresses of the rules have the form that they must', undefined, [
    { at: 'inbound_rules.ports', like: port },
    { at: 'outbound_rules.ports', like: port },
    { at: 'inbound_rules.sources.addresses', like: address },
    { at: 'outbound_rules.destinations.addresses', like: address },
  ]),
];

/** By operation id. */
export const refusals: Refusals = {
  firewalls_create: [
    mustBeNew(list, 'firewalls', { name: 'name' }, taken),
    droplets,
    tags,
    ...rules,
  ],
  firewalls_update: [
    untoldWithout(
      ['droplet:read', 'tag:read', 'load_balancer:read', 'kubernetes:read'],
      'whether the firewall has what the token may not read, which is needed to change it',
    ),
    mustBeNew(list, 'firewalls', { name: 'name' }, taken, { except: { id: 'firewall_id' } }),
    droplets,
    tags,
    ...rules,
  ],
  firewalls_delete: [],
  firewalls_assign_droplets: [
    droplets,
    look(
      itself,
      [
        ground(
          { at: 'firewall.droplet_ids', most: 10, adding: 'droplet_ids' },
          'a firewall guards at most 10 Droplets by id',
        ),
      ],
      { hidden: ['droplet:read'] },
    ),
  ],
  firewalls_delete_droplets: [],
  firewalls_add_tags: [
    tags,
    look(
      itself,
      [ground({ at: 'firewall.tags', most: 5, adding: 'tags' }, 'a firewall has at most 5 tags')],
      { hidden: ['tag:read'] },
    ),
  ],
  firewalls_delete_tags: [],
  firewalls_add_rules: [...rules, untold('whether the firewall has one of these rules')],
  firewalls_delete_rules: [...rules],
};
