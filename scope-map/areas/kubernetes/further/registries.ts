// Letting clusters pull images from container registries.
import { entriesOf } from '../../../entry/part.ts';
import { nothing } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

/** Connecting registries with clusters, and taking them off. */
export const registries = entriesOf(facts, {
  kubernetes_add_registries: {
    title: 'Connect registries with clusters',
    description: 'Lets clusters pull images from the named registries, in every namespace.',
    effect: 'write',
    reply: nothing,
  },
  kubernetes_remove_registries: {
    title: 'Take registries off clusters',
    description:
      'Takes the named registries off clusters: pods that pull from there fail at their next start.',
    reply: nothing,
  },
  kubernetes_add_registry: {
    title: 'Connect the only registry with clusters',
    description:
      'Lets clusters pull from the one registry of the account; kubernetes_add_registries names registries and is preferred.',
    effect: 'write',
    reply: nothing,
  },
  kubernetes_remove_registry: {
    title: 'Take the only registry off clusters',
    description:
      'Takes the one registry of the account off clusters: pods that pull there fail; kubernetes_remove_registries names registries and is preferred.',
    reply: nothing,
  },
});
