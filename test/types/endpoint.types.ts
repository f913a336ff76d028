// Compiled, never run: entries that the compiler must refuse. A line that compiles after all fails the type check.
import facts from '../../scope-map/areas/vpcs/facts.json' with { type: 'json' };
import { describeArea } from '../../scope-map/entry/area-map.ts';
import { entriesOf } from '../../scope-map/entry/part.ts';

const list = {
  title: 'List networks',
  description: 'Lists networks.',
  reply: { kind: 'object', key: 'vpcs' },
} as const;

export const good = describeArea(facts, {}, { vpcs_list: list, vpcs_get: list });

// @ts-expect-error an operation that is missing
export const missing = describeArea(facts, {}, { vpcs_list: list });

export const unknownOperation = describeArea(
  facts,
  {},
  {
    vpcs_list: list,
    vpcs_get: list,
    // @ts-expect-error an operation that has no facts
    vpcs_got: list,
  },
);

export const repeated = describeArea(
  facts,
  {},
  {
    vpcs_list: list,
    vpcs_get: {
      ...list,
      // @ts-expect-error what the facts tell already
      method: 'GET',
    },
  },
);

export const unknownNeed = describeArea(
  facts,
  {},
  {
    vpcs_list: list,
    vpcs_get: {
      ...list,
      // @ts-expect-error a condition that needs an unknown scope
      conditions: [{ when: { argument: 'type' }, needs: ['droplet:root'] }],
    },
  },
);

export const emptyNeed = describeArea(
  facts,
  {},
  {
    vpcs_list: list,
    vpcs_get: {
      ...list,
      // @ts-expect-error a condition that needs nothing in particular
      conditions: [{ when: { argument: 'type' }, needs: [] }],
    },
  },
);

export const unknownPoll = describeArea(
  facts,
  {},
  {
    vpcs_list: list,
    vpcs_get: {
      ...list,
      watch: {
        // @ts-expect-error a poll by an operation that has no facts
        poll: { operation: 'droplets_got', path: {} },
        done: ['active'],
        failed: [],
        usually: 60,
        what: 'Droplet',
      },
    },
  },
);

export const parts = describeArea(
  facts,
  {},
  { ...entriesOf(facts, { vpcs_list: list }), ...entriesOf(facts, { vpcs_get: list }) },
);

// @ts-expect-error a part for an operation that has no facts
export const unknownPart = entriesOf(facts, { vpcs_got: list });
