// What goes with firewalls: what guarded Droplets, which are open without it.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { called } from '../../entry/hangings.ts';
import { argument, its, look, shownWith } from '../../entry/looks.ts';

const firewall: Thing = {
  look: look('firewalls_get', { firewall_id: argument('firewall_id') }),
  details: [
    { at: 'inbound_rules', as: 'count', says: 'inward rule' },
    { at: 'outbound_rules', as: 'count', says: 'outward rule' },
    { at: 'created_at', as: 'age' },
  ],
};

const open = 'open to the internet unless another firewall guards it';

const byId: Hanging = {
  kind: 'Droplet',
  asks: 'which Droplets it guards',
  fate: 'loses',
  at: 'droplet_ids',
  named: '',
  called,
  note: open,
  ...shownWith('droplet:read'),
};

const byTag: Hanging = {
  kind: 'Droplet by a tag',
  asks: 'which Droplets it guards by tags',
  fate: 'loses',
  look: look('droplets_list', { tag_name: its('tags') }),
  note: open,
  ...shownWith('tag:read'),
};

const tags: Hanging = {
  kind: 'tag',
  asks: 'which tags it goes by',
  fate: 'loses',
  at: 'tags',
  named: '',
  ...shownWith('tag:read'),
};

const rules = (argumentOf: 'inbound_rules' | 'outbound_rules', kind: string): Hanging => ({
  kind,
  asks: `which rules it has`,
  fate: 'destroyed',
  at: argumentOf,
  named: 'ports',
});

const inwards = rules('inbound_rules', 'rule for what may come in');
const outwards = rules('outbound_rules', 'rule for what may go out');

const whole = { kind: 'firewall', known: 'firewall_id', thing: firewall } as const;

/** By operation id. */
export const harms: Harms = {
  firewalls_delete: { ...whole, hangs: [byId, byTag] },
  firewalls_update: {
    ...whole,
    tellsAll: true,
    hangs: [
      { ...byId, unless: { at: '', is: argument('droplet_ids') } },
      { ...tags, unless: { at: '', is: argument('tags') } },
      { ...byTag, when: { argument: 'tags', absent: true } },
      { ...inwards, when: { argument: 'inbound_rules', absent: true } },
      { ...outwards, when: { argument: 'outbound_rules', absent: true } },
    ],
  },
  firewalls_delete_droplets: {
    ...whole,
    does: 'Takes Droplets from behind',
    hangs: [{ ...byId, belongs: [{ at: '', is: argument('droplet_ids') }] }],
  },
  firewalls_delete_tags: {
    ...whole,
    does: 'Takes tags off',
    hangs: [
      { ...tags, belongs: [{ at: '', is: argument('tags') }] },
      { ...byTag, look: look('droplets_list', { tag_name: argument('tags') }) },
    ],
  },
  firewalls_delete_rules: {
    ...whole,
    does: 'Takes rules off',
    hangs: [
      {
        kind: 'rule for what may come in',
        asks: 'which rules go',
        fate: 'destroyed',
        argument: 'inbound_rules',
        named: 'ports',
      },
      {
        kind: 'rule for what may go out',
        asks: 'which rules go',
        fate: 'destroyed',
        argument: 'outbound_rules',
        named: 'ports',
      },
      { ...byId, fate: 'stays', note: 'guarded by the rules that are left' },
    ],
  },
};
