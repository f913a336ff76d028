// Whatever an agent calls, by whatever road and one call after the other: what it was not given stays as it was, and no
// request that touches it reaches DigitalOcean.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettings } from '../../src/configuration/settings.ts';
import { createTransport } from '../../src/transport.ts';
import { box, connectAgent } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { messageText } from '../http/event-text.ts';
import { post } from '../http/open-server.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { headersOf, servePolicy } from './served.ts';

const ids = [500_000_001, 500_000_003, 500_000_004];
// What is destroyed for real is gone after time only, and no time passes here.
const id = fc.constantFrom(500_000_001, 500_000_003);
const others = fc.constantFrom('web', 'env:prod', 'new');
const tag = fc.constantFrom('staging', 'web', 'env:prod', 'new');
const chosen = fc.subarray(ids, { minLength: 1 });
const resources = chosen.map((all) =>
  all.map((one) => ({ resource_id: String(one), resource_type: 'droplet' })),
);
const urns = chosen.map((all) => all.map((one) => `do:droplet:${one}`));
const type = fc.constantFrom('power_off', 'rename', 'reboot', 'resize');

/** Calls by which an agent could reach things, or draw them to itself. */
const call = fc.oneof(
  fc.tuple(fc.constant('droplets_destroy'), fc.record({ droplet_id: id })),
  fc.tuple(fc.constant('droplets_destroy_by_tag'), fc.record({ tag_name: others })),
  fc.tuple(
    fc.constant('droplet_actions_post'),
    fc.record({
      droplet_id: id,
      type,
      name: tag,
      size: fc.constant('s-1vcpu-1gb'),
      wait_seconds: fc.constant(0),
    }),
  ),
  fc.tuple(
    fc.constant('droplet_actions_post_by_tag'),
    fc.record({ tag_name: others, type: fc.constantFrom('power_off', 'shutdown') }),
  ),
  fc.tuple(
    fc.constant('volume_actions_post'),
    fc.record({
      type: fc.constant('attach'),
      volume_name: fc.constantFrom('uploads', 'scratch'),
      droplet_id: fc.constantFrom(...ids),
      region: fc.constant('nyc3'),
      tags: fc.subarray(['staging', 'new']),
    }),
  ),
  fc.tuple(
    fc.constant('volumes_delete_by_name'),
    fc.record({ name: fc.constantFrom('uploads', 'scratch'), region: fc.constant('nyc3') }),
  ),
  fc.tuple(fc.constant('projects_assign_resources_default'), fc.record({ resources: urns })),
  fc.tuple(fc.constant('tags_assign_resources'), fc.record({ tag_id: tag, resources })),
  fc.tuple(fc.constant('tags_unassign_resources'), fc.record({ tag_id: tag, resources })),
  fc.tuple(fc.constant('tags_delete'), fc.record({ tag_id: tag })),
  fc.tuple(fc.constant('tags_create'), fc.record({ name: tag })),
);

/** How a call is made: by its own name or a former one, by a finder, alone or in a batch, asking for less or not. */
const road = fc.record({
  by: fc.constantFrom('name', 'call_read_tool', 'call_write_tool', 'call_destroy_tool'),
  former: fc.boolean(),
  batch: fc.boolean(),
  only: fc.constantFrom(undefined, 'read', 'area:droplets, area:tags'),
});
const sequences = fc.array(fc.tuple(call, road), { minLength: 2, maxLength: 5 });

/** The name that is called and its arguments. */
const sent = (
  [tool, given]: readonly [string, object],
  { by, former }: { readonly by: string; readonly former: boolean },
): { readonly name: string; readonly arguments: Record<string, unknown> } => {
  const old = [...box.names].find(([name, now]) => now === tool && name !== tool)?.[0];
  const name = former && old !== undefined ? old : tool;
  return by === 'name'
    ? { name, arguments: { ...given } }
    : { name: by, arguments: { name, arguments: given } };
};

const bound = {
  grants: [
    {
      areas: [
        'droplets',
        'droplet_actions',
        'tags',
        'volumes',
        'volume_actions',
        'projects',
      ].filter((one) => box.outlines.some(({ area }) => area === one)),
      resources: { tags: ['staging', 'new'] },
    },
  ],
  rules: [{ decision: 'allow' }],
};

/** Whether a request changes something of what was not given. */
const reachesOthers = (request: string): boolean =>
  !request.startsWith('GET ') &&
  /500000001|500000003|env(:|%3A)prod|tag_name=web|\/tags\/web|"web"|uploads|scratch/.test(request);

it('no sequence of calls over HTTP changes what was not given', async () => {
  const { call: make, port, reached } = await servePolicy({ free: {}, bound });
  const kept = async (): Promise<string> => {
    const { items } = await make('free', 'droplets_list', {
      fields: ['id', 'name', 'status', 'tags', 'size_slug'],
    });
    return JSON.stringify((items as { id: number }[]).filter((one) => one.id !== 500_000_004));
  };
  const before = await kept();
  expect(before).toContain('env:prod');
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      reached.splice(0);
      for (const [what, how] of steps) {
        const params = sent(what, how);
        const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
        const narrowed = how.only !== undefined && { 'DO-MCP-Only': how.only };
        const headers = { ...headersOf('bound'), ...narrowed };
        const { text } = await post(port, how.batch ? [message] : message, headers);
        expect(messageText(text)).toContain('jsonrpc');
      }
      expect(reached.filter(reachesOthers)).toEqual([]);
      expect(await kept()).toBe(before);
    }),
    { numRuns: 15 },
  );
});

it('no sequence of calls over stdio changes what was not given', async () => {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify({ version: 1, ...bound }));
  let underWay = 0;
  // What waits for something that is busy waits no time.
  const clock = createJumpingClock(() => underWay);
  const simulated = createTransport(readSettings({ sandbox: true }, {}, box.names), clock, {});
  const reached: string[] = [];
  const agent = await connectAgent({
    over: 'stdio',
    argv: ['--sandbox', '--policy', path],
    clock,
    transport: {
      ...simulated,
      exchange: async (request) => {
        const { method, url, body = '' } = request;
        reached.push(`${method} ${url.pathname}${url.search} ${body}`);
        underWay += 1;
        try {
          return await simulated.exchange(request);
        } finally {
          underWay -= 1;
        }
      },
    },
  });
  // What was given is reached: the property does not hold for want of any request.
  await agent.call('droplet_actions_post', {
    droplet_id: 500_000_004,
    type: 'reboot',
    wait_seconds: 0,
  });
  expect(reached.join('\n')).toContain('POST /v2/droplets/500000004/actions');
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      reached.splice(0);
      for (const [what, how] of steps) {
        const { name, arguments: given } = sent(what, how);
        await agent.call(name, given);
      }
      expect(reached.filter(reachesOthers)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
