// The story this server exists for: an agent with a token for everything wants a volume and its snapshots gone, by every
// road there is; nothing is destroyed, and the person's question names what would be.
import { describe, expect, it } from 'vitest';
import { type AskedAgent, askedAgent, outcomeOf, questionIn, rowsOf } from './asked.ts';

const answer = async (agent: AskedAgent, id: string, approves = true) =>
  (await agent.book()).answer(id, { approves, door: 'terminal', by: 'sam', reason: null });

/** Calls a tool by its name, or through the finder for changes where it is not listed. */
const change = async (agent: AskedAgent, name: string, given: Record<string, unknown>) => {
  const reply = await agent.call(name, given);
  return reply.isError && outcomeOf(reply) === 'not_listed'
    ? agent.call('call_write_tool', { name, arguments: given })
    : reply;
};

/** Makes a snapshot of the volume, with the person's consent, so that there is something to lose with it. */
const withSnapshot = async (agent: AskedAgent): Promise<Record<string, unknown>> => {
  const volume = rowsOf(await agent.call('volumes_list')).find((row) => row['name'] === 'uploads');
  const given = { volume_id: volume?.['id'], name: 'uploads-before-launch' };
  await answer(agent, questionIn(await change(agent, 'volume_snapshots_create', given)));
  expect(outcomeOf(await change(agent, 'volume_snapshots_create', given))).toBe('done');
  return volume ?? {};
};

describe.each([
  ['old', 'stdio'],
  ['new', 'stdio'],
  ['new', 'http'],
] as const)('an agent of the %s generation over %s', (generation, over) => {
  it('destroys no volume and no snapshot by any road, and its person is told of the snapshots', async () => {
    const agent = await askedAgent({
      generation,
      over,
      argv: ['--mode', 'both', '--areas', 'all'],
    });
    const volume = await withSnapshot(agent);
    const snapshot = rowsOf(await agent.call('snapshots_list', { resource_type: 'volume' })).find(
      (row) => row['name'] === 'uploads-before-launch',
    );
    expect(snapshot).toBeDefined();
    const before = agent.changes().length;
    const byId = { volume_id: volume['id'] };
    const droplets = rowsOf(await agent.call('droplets_list'));
    const carrier = { droplet_id: droplets.find((row) => row['name'] === 'jobs-01')?.['id'] };
    const tries: readonly (readonly [string, Record<string, unknown>])[] = [
      ['volumes_delete', byId],
      ['volumes_delete_by_name', { name: 'uploads', region: 'nyc3' }],
      ['snapshots_delete', { snapshot_id: snapshot?.['id'] }],
      ['volume_snapshots_delete_by_id', { snapshot_id: snapshot?.['id'] }],
      ['droplets_destroy', carrier],
      ['droplets_destroy_with_resources_dangerous', carrier],
      ['droplets_destroy_with_resources_selective', { ...carrier, volumes: [volume['id']] }],
      ['droplets_destroy_by_tag', { tag_name: 'env:prod' }],
    ];
    const asked = new Map<string, string>();
    for (const [name, given] of tries)
      for (const [tool, sent] of [
        [name, given],
        ['call_destroy_tool', { name, arguments: given }],
        ['call_write_tool', { name, arguments: given }],
        ['call_read_tool', { name, arguments: given }],
      ] as const) {
        const reply = await agent.call(tool, sent);
        expect([tool, name, outcomeOf(reply)]).toEqual([
          tool,
          name,
          expect.stringMatching(/^(approval_pending|not_listed|wrong_finder)$/),
        ]);
        if (outcomeOf(reply) === 'approval_pending') asked.set(name, reply.text);
      }
    expect([...asked.keys()]).toEqual(tries.map(([name]) => name));
    for (const name of ['volumes_delete', 'volumes_delete_by_name'])
      expect(asked.get(name)).toMatch(/uploads-before-launch/);
    expect(agent.changes()).toHaveLength(before);
  });

  it('gets no further with an approval for something else, or for another agent', async () => {
    const agent = await askedAgent({ generation, over, argv: ['--areas', 'all'] });
    const volume = await withSnapshot(agent);
    const before = agent.changes().length;
    const byName = await agent.call('volumes_delete_by_name', { name: 'uploads', region: 'nyc3' });
    await answer(agent, questionIn(byName));
    for (const given of [
      { name: 'uploads', region: 'ams3' },
      { name: 'upload', region: 'nyc3' },
    ])
      expect(outcomeOf(await agent.call('volumes_delete_by_name', given))).toBe('approval_pending');
    expect(outcomeOf(await agent.call('volumes_delete', { volume_id: volume['id'] }))).toBe(
      'approval_pending',
    );
    expect(agent.changes()).toHaveLength(before);
  });

  it('asks DigitalOcean no more than a stated number of times for a question', async () => {
    const agent = await askedAgent({ generation, over, argv: ['--areas', 'all'] });
    for (const [tool, given] of [
      ['volumes_delete_by_name', { name: 'uploads', region: 'nyc3' }],
      ['droplets_destroy_by_tag', { tag_name: 'env:prod' }],
      ['domains_delete', { domain_name: 'example.com' }],
    ] as const) {
      const before = agent.requests.length;
      expect(outcomeOf(await agent.call(tool, given))).toBe('approval_pending');
      expect(agent.requests.length - before).toBeLessThanOrEqual(12);
    }
  });
});
