// What is recorded of calls: one line a read, two a change, one of what was refused.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectAgent } from '../agent.ts';
import { linesOf, newFolder, recordedAgent } from './recorded.ts';

const kinds = (lines: readonly { readonly kind?: unknown }[]): readonly unknown[] =>
  lines.map(({ kind }) => kind);

describe('the record of an agent', () => {
  it('has one line of a read, with who, what and how it ended', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_list', { max_items: 2 });
    await agent.close();
    const lines = agent.lines();
    expect(kinds(lines)).toEqual(['opened', 'read', 'closed']);
    expect(lines[1]).toMatchObject({
      seq: 2,
      agent: 'local',
      client: { name: 'test-agent', version: '1' },
      account: { token: 'sandbox' },
      tool: 'droplets_list',
      method: 'GET',
      path: '/v2/droplets',
      arguments: { max_items: 2 },
      decision: { verdict: 'allowed', effect: 'read' },
      result: 'ok',
      status: 200,
      attempts: 1,
      request_id: expect.stringMatching(/\S/),
      ms: expect.any(Number),
    });
  });

  it('has two lines of a change: what is about to be sent is there before its end is', async () => {
    const agent = await recordedAgent();
    await agent.call('tags_create', { name: 'blue' });
    const lines = agent.lines();
    expect(kinds(lines)).toEqual(['opened', 'intent', 'outcome']);
    expect(lines[1]).toMatchObject({
      tool: 'tags_create',
      method: 'POST',
      path: '/v2/tags',
      arguments: { name: 'blue' },
      decision: { verdict: 'allowed', effect: 'write' },
      consent: { kind: 'not_needed' },
    });
    expect(lines[2]).toMatchObject({
      id: lines[1]?.['id'],
      tool: 'tags_create',
      result: 'ok',
      status: 201,
      attempts: 1,
      owner: 'Sandbox Team',
    });
    await agent.close();
  });

  it('says how a change failed, in the words of DigitalOcean', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_get', { droplet_id: 1 });
    await agent.call('domains_create', { name: 'no domain' });
    await agent.close();
    const [, read, intent, outcome] = agent.lines();
    expect(read).toMatchObject({ kind: 'read', result: 'not_found', status: 404 });
    expect(intent).toMatchObject({ kind: 'intent' });
    expect(outcome).toMatchObject({ kind: 'outcome', status: 422, reason: expect.any(String) });
  });

  it('has calls with bad arguments, and nothing of a field that is none of the tool', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_create', { name: 'web', userdata: 'my secret plans' });
    await agent.close();
    expect(agent.lines()[1]).toMatchObject({
      kind: 'refused',
      result: 'invalid_arguments',
      tool: 'droplets_create',
      arguments: { name: 'web', userdata: '[unknown field]' },
    });
    expect(JSON.stringify(agent.lines())).not.toContain('plans');
  });

  it('has calls that were refused, with the rule and what would have been called', async () => {
    const agent = await recordedAgent(undefined, { argv: ['--read-only'] });
    await agent.call('droplets_destroy', { droplet_id: 500_000_001 });
    await agent.close();
    expect(agent.lines()[1]).toMatchObject({
      kind: 'refused',
      result: 'not_allowed',
      method: 'DELETE',
      path: '/v2/droplets/500000001',
      decision: { verdict: 'refused', rule: 'read_only', effect: 'destroy' },
    });
  });

  it('has calls of names that mean nothing, and of finders that were given one', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_explode', { name: 'x' }).catch(() => {});
    await agent.call('call_destroy_tool', { name: 'volumes_explode', arguments: { a: 'hidden' } });
    await agent.call('tags_list');
    await agent.close();
    expect(agent.lines().slice(1, 4)).toMatchObject([
      { kind: 'refused', tool: 'droplets_explode', result: 'unknown_tool' },
      { kind: 'refused', tool: 'call_destroy_tool', arguments: { name: 'volumes_explode' } },
      { kind: 'refused', tool: 'tags_list', result: 'not_listed' },
    ]);
    expect(JSON.stringify(agent.lines())).not.toContain('hidden');
  });

  it('goes on in the same file after a restart', async () => {
    const folder = newFolder();
    for (const name of ['one', 'two']) {
      const agent = await recordedAgent(folder);
      await agent.call('tags_create', { name });
      await agent.close();
    }
    const agent = await recordedAgent(folder);
    await agent.close();
    expect(agent.lines().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is not begun before there is a call', async () => {
    const agent = await recordedAgent();
    await agent.list();
    await agent.close();
    expect(existsSync(agent.file)).toBe(false);
  });

  it('is off on the simulation unless a file is named', async () => {
    const state = newFolder();
    const agent = await connectAgent({ argv: ['--sandbox', '--state-dir', state] });
    await agent.call('tags_create', { name: 'blue' });
    await agent.close();
    expect(existsSync(`${state}/record`)).toBe(false);
  });

  it('holds no line longer than its bounds, whatever was sent', async () => {
    const agent = await recordedAgent();
    await agent.call('tags_create', { name: 'a'.repeat(600_000) });
    await agent.call('droplets_list', { tag_name: Array.from({ length: 20_000 }, () => ({})) });
    await agent.close();
    for (const line of linesOf(agent.file))
      expect(JSON.stringify(line).length).toBeLessThan(100_000);
  });
});
