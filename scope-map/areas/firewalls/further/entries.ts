// Changes of a firewall that leave the rest of it as it is.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { describeArea } from '../../../entry/area-map.ts';
import { given, needs } from '../../../entry/conditions.ts';
import { nothing } from '../../../entry/replies.ts';
import { itself, life, portsPerRule, someRule } from '../guard.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };

// Right after the change the state may still be the one from before.
const watch: LifeCycle = { ...life, settles: 3, poll: itself };

const tagged = [given('tags', needs('tag:read', 'tag:create'))];

export default describeArea(facts, words, {
  firewalls_assign_droplets: {
    title: 'Put Droplets behind a firewall',
    description:
      'Puts Droplets behind a firewall, at most 10 by id; for more, or for those to come, use firewalls_add_tags.',
    effect: 'write',
    reply: nothing,
    watch,
    says: { droplet_ids: 'Droplets to guard.' },
  },
  firewalls_delete_droplets: {
    title: 'Take Droplets from a firewall',
    description:
      'Takes Droplets from behind a firewall; they are open unless another guards them, or this one does by a tag.',
    reply: nothing,
    watch,
    says: { droplet_ids: 'Droplets to guard no longer.' },
  },
  firewalls_add_tags: {
    title: 'Put tags behind a firewall',
    description:
      'Puts every Droplet with one of these tags behind a firewall, also those tagged later; the tags must exist, at most 5.',
    conditions: tagged,
    effect: 'write',
    reply: nothing,
    watch,
    says: { tags: 'Existing tags whose Droplets to guard.' },
  },
  firewalls_delete_tags: {
    title: 'Take tags from a firewall',
    description:
      'Takes tags from a firewall: their Droplets are open unless guarded by id, by another tag or another firewall.',
    conditions: tagged,
    reply: nothing,
    watch,
    says: { tags: 'Tags whose Droplets to guard no longer.' },
  },
  firewalls_add_rules: {
    title: 'Add firewall rules',
    description:
      'Opens more in a firewall and leaves its other rules as they are; prefer it to firewalls_update for a port or an address.',
    conditions: [
      given('inbound_rules.sources.tags', needs('tag:read', 'tag:create')),
      given('outbound_rules.destinations.tags', needs('tag:read', 'tag:create')),
    ],
    rules: [someRule, ...portsPerRule],
    effect: 'write',
    reply: nothing,
    watch,
  },
  firewalls_delete_rules: {
    title: 'Remove firewall rules',
    description:
      'Closes what these rules open and leaves the others; give each rule exactly as firewalls_get shows it.',
    rules: [someRule, ...portsPerRule],
    reply: nothing,
    watch,
    says: { inbound_rules: 'Rules to take out.', outbound_rules: 'Rules to take out.' },
  },
});
