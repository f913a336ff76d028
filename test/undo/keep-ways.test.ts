// keep: "snapshot" by every way in: through the finders, with what belongs to a Droplet, and under a policy.
import { describe, expect, it } from 'vitest';
import { type AskedAgent, askedAgent, idOf, outcomeOf, rowsOf } from '../consent/asked.ts';
import { codeOf, servePolicy } from '../policy/served.ts';

const name = 'staging-01';
const longEnough = 3_600_000;
const [staging] = [500_000_004];

/** An agent whose person agrees to everything, and types what is asked for. */
const meet = async (argv: readonly string[] = []): Promise<AskedAgent> => {
  const agent: AskedAgent = await askedAgent({
    argv,
    show: async (_message, fields) => {
      await agent.clock.advance(2_000);
      return {
        action: 'accept',
        content: fields.includes('name') ? { name } : { agree: true },
      };
    },
  });
  return agent;
};

const deletions = (agent: AskedAgent): readonly string[] =>
  agent.changes().filter((one) => one.startsWith('DELETE '));

const snapshots = async (agent: AskedAgent): Promise<string> =>
  JSON.stringify(rowsOf(await agent.call('snapshots_list', { resource_type: 'droplet' })));

describe('keep: "snapshot"', () => {
  it('takes two calls through the finder, too', async () => {
    const agent = await meet(['--mode', 'both']);
    const given = {
      name: 'droplets_destroy',
      arguments: { droplet_id: await idOf(agent, name), keep: 'snapshot' },
    };
    const first = await agent.call('call_destroy_tool', given);
    expect(first.answer).toMatchObject({ pending: true, keep: 'snapshot' });
    expect(deletions(agent)).toEqual([]);
    await agent.clock.advance(longEnough);
    expect(outcomeOf(await agent.call('call_destroy_tool', given))).toBe('done');
    expect(agent.forms).toHaveLength(1);
    expect(deletions(agent)).toHaveLength(1);
  });

  it('keeps the snapshot where things that belong to the Droplet are destroyed with it', async () => {
    const agent = await meet();
    const given = { droplet_id: await idOf(agent, name), keep: 'snapshot', volumes: [] };
    const tool = 'droplets_destroy_with_resources_selective';
    expect((await agent.call(tool, given)).answer).toMatchObject({ pending: true });
    expect(deletions(agent)).toEqual([]);
    await agent.clock.advance(longEnough);
    expect(outcomeOf(await agent.call(tool, given))).toBe('done');
    await agent.clock.advance(longEnough);
    expect(deletions(agent)).toHaveLength(1);
    expect(await snapshots(agent)).toContain('before-destroying-');
  });

  it('is not offered where everything that belongs to the Droplet goes, its snapshots too', async () => {
    const agent = await meet();
    const refused = await agent.call('droplets_destroy_with_resources_dangerous', {
      droplet_id: await idOf(agent, name),
      keep: 'snapshot',
    });
    expect(outcomeOf(refused)).toBe('invalid_arguments');
    expect(agent.changes()).toEqual([]);
  });

  it('is refused whole by a policy that denies the snapshot', async () => {
    const rules = (decision: string) => ({
      rules: [
        { tools: ['droplets_destroy'], decision: 'allow' },
        { tools: ['droplet_actions_post'], decision },
      ],
    });
    const { call } = await servePolicy(
      { without: rules('deny'), free: rules('allow') },
      { mode: 'tools' },
    );
    const given = { droplet_id: staging, keep: 'snapshot' };
    const refused = await call('without', 'droplets_destroy', given);
    expect(codeOf(refused)).toBe('not_allowed');
    expect(refused.error?.message).toContain('The snapshot that keep asks for may not be taken');
    expect(codeOf(await call('free', 'droplets_get', { droplet_id: staging }))).toBe('ok');
    expect(await call('free', 'droplets_destroy', given)).toMatchObject({ pending: true });
  });
});
