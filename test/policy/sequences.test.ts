// Whatever an agent calls, one call after the other: what it was not given stays as it was.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { servePolicy } from './served.ts';

const ids = [500_000_001, 500_000_003, 500_000_004];
// What is destroyed for real is gone after time only, and no time passes here.
const id = fc.constantFrom(500_000_001, 500_000_003);
const others = fc.constantFrom('web', 'env:prod', 'new');
const tag = fc.constantFrom('staging', 'web', 'env:prod', 'new');
const resources = fc
  .subarray(ids, { minLength: 1 })
  .map((all) => all.map((one) => ({ resource_id: String(one), resource_type: 'droplet' })));

/** Calls by which an agent could reach things, or draw them to itself. */
const call = fc.oneof(
  fc.tuple(fc.constant('droplets_destroy'), fc.record({ droplet_id: id })),
  fc.tuple(fc.constant('droplets_destroy_by_tag'), fc.record({ tag_name: others })),
  fc.tuple(fc.constant('tags_assign_resources'), fc.record({ tag_id: tag, resources })),
  fc.tuple(fc.constant('tags_unassign_resources'), fc.record({ tag_id: tag, resources })),
  fc.tuple(fc.constant('tags_delete'), fc.record({ tag_id: tag })),
  fc.tuple(fc.constant('tags_create'), fc.record({ name: tag })),
);

it('no sequence of calls changes what was not given', async () => {
  const { call: make } = await servePolicy(
    {
      free: {},
      bound: {
        grants: [
          {
            areas: ['droplets', 'droplet_actions', 'tags'],
            resources: { tags: ['staging', 'new'] },
          },
        ],
        rules: [{ decision: 'allow' }],
      },
    },
    { mode: 'tools' },
  );
  const kept = async (): Promise<string> => {
    const { items } = await make('free', 'droplets_list', {
      fields: ['id', 'name', 'status', 'tags', 'size_slug'],
    });
    return JSON.stringify((items as { id: number }[]).filter((one) => one.id !== 500_000_004));
  };
  const before = await kept();
  expect(before).toContain('env:prod');
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 5 }), async (calls) => {
      for (const [tool, given] of calls) await make('bound', tool, given);
      expect(await kept()).toBe(before);
    }),
    { numRuns: 10 },
  );
});
