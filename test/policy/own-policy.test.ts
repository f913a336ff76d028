// A policy without agents: it holds whoever calls, over stdio and over HTTP, as the file stands at each call.
import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectAgent } from '../agent.ts';
import { runProgram } from '../commands/run-program.ts';
import { messageText } from '../http/event-text.ts';
import { callLegacy } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createManualClock } from '../manual-clock.ts';
import { codeOf, type Entry } from './served.ts';

const [web, staging] = [500_000_001, 500_000_004];

const fileOfAll = (entry: Entry): string => JSON.stringify({ version: 1, ...entry });

const written = (text: string, extension = 'json'): string => {
  const path = join(temporaryFolder(), `policy.${extension}`);
  writeFileSync(path, text);
  return path;
};

const bound: Entry = {
  grants: [
    { areas: ['droplets'], resources: { tags: ['staging'] } },
    { areas: ['domains'], access: ['read', 'change'] },
  ],
  rules: [{ areas: ['droplets'], decision: 'allow' }],
};

/** Somebody who calls over stdio, with a policy that a test changes. */
const overStdio = async (entry: Entry, argv: readonly string[] = []) => {
  const path = written(fileOfAll(entry));
  const clock = createManualClock();
  const agent = await connectAgent({
    over: 'stdio',
    argv: ['--sandbox', '--mode', 'tools', '--policy', path, ...argv],
    clock,
  });
  return {
    path,
    clock,
    toolsOf: async () => (await agent.list()).map(({ name }) => name),
    codeOf: async (tool: string, given: Record<string, unknown> = {}) =>
      codeOf((await agent.call(tool, given)).answer),
    change: async (text: string): Promise<void> => {
      writeFileSync(path, text);
      await clock.advance(1_000);
    },
  };
};

describe('over stdio', () => {
  it('the policy holds whoever calls: what is listed, shown, changed and asked', async () => {
    const { toolsOf, codeOf: told } = await overStdio(bound);
    const names = await toolsOf();
    expect(names).toContain('droplets_destroy');
    expect(names).not.toContain('volumes_list');
    expect(await told('droplets_get', { droplet_id: staging })).toBe('ok');
    expect(await told('droplets_get', { droplet_id: web })).toBe('not_allowed');
    expect(await told('volumes_list')).toBe('not_allowed');
    expect(await told('droplets_destroy', { droplet_id: web })).toBe('not_allowed');
    // The simulation asks nobody by itself.
    expect(await told('domains_create', { name: 'one.example' })).toBe('approval_pending');
  });

  it('a file without grants and rules changes nothing but its limits', async () => {
    const plain = await connectAgent({ over: 'stdio', argv: ['--sandbox', '--mode', 'tools'] });
    const { toolsOf, codeOf: told } = await overStdio({ note: 'for later' });
    expect(await toolsOf()).toEqual((await plain.list()).map(({ name }) => name));
    expect(await told('domains_create', { name: 'one.example' })).toBe('ok');
    expect(await told('droplets_destroy', { droplet_id: web })).toBe('ok');
  });

  it.each<[string, Entry, readonly string[]]>([
    ['access', { access: 'read' }, ['domains_create', 'droplets_destroy']],
    ['areas', { areas: ['droplets'] }, ['domains_create', 'domains_list']],
    ['tools', { tools: ['domains_list'] }, ['domains_create', 'droplets_list']],
    ['excludeTools', { excludeTools: ['domains_create'] }, ['domains_create']],
  ])('its limit %s holds, with and without grants', async (_, limit, gone) => {
    for (const more of [{}, { rules: [{ decision: 'allow' }] }]) {
      const { toolsOf, codeOf: told } = await overStdio({ ...limit, ...more });
      const names = await toolsOf();
      for (const tool of gone) expect(names).not.toContain(tool);
      const [first = ''] = gone;
      expect(await told(first, { name: 'one.example' })).toBe('not_allowed');
    }
  });

  it('calls a minute are counted', async () => {
    const { codeOf: told, clock } = await overStdio({ callsPerMinute: 1 });
    expect(await told('domains_list')).toBe('ok');
    expect(await told('domains_list')).toBe('too_many_calls');
    await clock.advance(60_000);
    expect(await told('domains_list')).toBe('ok');
  });

  it('gives nothing that the options do not', async () => {
    const { toolsOf } = await overStdio({ rules: [{ decision: 'allow' }] }, [
      '--read-only',
      '--areas',
      'domains',
    ]);
    const names = await toolsOf();
    expect(names).toContain('domains_list');
    expect(names).not.toContain('domains_create');
    expect(names).not.toContain('droplets_list');
  });
});

describe('a change of the file while stdio is served', () => {
  const both: Entry = { grants: [{ areas: ['domains', 'droplets'] }] };
  const domains: Entry = { grants: [{ areas: ['domains'] }] };

  it('counts, and a broken one takes away and gives nothing', async () => {
    const { codeOf: told, toolsOf, change } = await overStdio(both);
    const may = async () => [
      (await told('domains_list')) === 'ok',
      (await told('droplets_list')) === 'ok',
    ];
    expect(await may()).toEqual([true, true]);
    await change(fileOfAll(domains));
    expect(await may()).toEqual([true, false]);
    expect(await toolsOf()).not.toContain('droplets_list');
    await change(fileOfAll({ ...both, mistake: 1 }));
    expect(await may()).toEqual([true, false]);
    await change(fileOfAll({ grants: [{ ares: ['domains'] }] }));
    expect(await may()).toEqual([false, false]);
    await change(fileOfAll(both));
    expect(await may()).toEqual([true, true]);
    await change(fileOfAll({ ...both, mistake: 1, access: 'reed' }));
    expect(await told('domains_create', { name: 'one.example' })).toBe('not_allowed');
  });

  it.each([
    ['gone', (path: string) => unlinkSync(path)],
    ['no JSON', (path: string) => writeFileSync(path, '{')],
    ['of a key that stands twice', (path: string) => writeFileSync(path, '{"a":1,"a":2}')],
  ])('ends all rights a minute after the file is %s, until it is back', async (_, spoil) => {
    const { codeOf: told, toolsOf, path, clock, change } = await overStdio(both);
    spoil(path);
    await clock.advance(1_000);
    expect(await told('domains_list')).toBe('ok');
    await clock.advance(60_000);
    expect(await told('domains_list')).toBe('not_allowed');
    expect(await toolsOf()).toEqual([]);
    await change(fileOfAll(domains));
    expect(await told('domains_list')).toBe('ok');
  });

  it('a grant ends when it says so', async () => {
    const until = new Date(Date.UTC(2026, 0, 1) + 5_000).toISOString();
    const { codeOf: told, clock } = await overStdio({ grants: [{ areas: ['domains'], until }] });
    expect(await told('domains_list')).toBe('ok');
    await clock.advance(5_000);
    expect(await told('domains_list')).toBe('not_allowed');
  });
});

describe('over HTTP', () => {
  const key = 'k'.repeat(40);

  it.each(['none', 'key', 'token'])('with --auth %s it holds whoever calls', async (auth) => {
    const path = written(fileOfAll(bound));
    const keyFile = written(key, 'key');
    const clock = createManualClock();
    const { port } = await serveSimulated(
      { auth, policy: path, keyFile, mode: 'tools' },
      {},
      clock,
    );
    const bearer = { none: '', key, token: 'sandbox' }[auth];
    const told = async (tool: string, given: Record<string, unknown> = {}) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const reply = await callLegacy({ port, tool, arguments: given, headers });
      return codeOf(JSON.parse(JSON.parse(messageText(reply.text)).result.content[0].text));
    };
    expect(await told('droplets_get', { droplet_id: staging })).toBe('ok');
    expect(await told('droplets_get', { droplet_id: web })).toBe('not_allowed');
    expect(await told('volumes_list')).toBe('not_allowed');
    writeFileSync(path, fileOfAll({ grants: [] }));
    await clock.advance(1_000);
    expect(await told('droplets_get', { droplet_id: staging })).toBe('not_allowed');
  });
});

describe('a file of the other kind', () => {
  it.each([
    ['stdio', ['stdio', '--sandbox'], { version: 1, agents: [] }, /names agents/],
    ['tools', ['tools', '--sandbox'], { version: 1, agents: [] }, /names agents/],
    ['http', ['http', '--sandbox'], { version: 1, agents: [] }, /names agents/],
    [
      'http with agents',
      ['http', '--sandbox', '--auth', 'agents'],
      { version: 1, grants: [] },
      /names no agents/,
    ],
    [
      'a wrong one',
      ['stdio', '--sandbox'],
      { version: 1, grant: [] },
      /line 1.*did you mean grants/,
    ],
    ['no limit', ['stdio', '--sandbox'], { version: 1, tools: ['droplet_list'] }, /droplets_list/],
  ])('stops the start of %s, and says why', async (_, argv, content, reason) => {
    const path = written(JSON.stringify(content));
    const { code, said } = await runProgram([...argv, '--policy', path]);
    expect(code).toBe(2);
    expect(said).toMatch(reason);
  });

  it('that is not there stops the start', async () => {
    const { code, said } = await runProgram(['stdio', '--sandbox', '--policy', '/nowhere.yaml']);
    expect([code, said]).toEqual([2, expect.stringContaining('is not there')]);
  });
});

describe('the commands about policies', () => {
  it('tell what it says of a call, and of all tools', async () => {
    const path = written('version: 1\ngrants:\n  - areas: [domains]\n', 'yaml');
    const check = (...more: readonly string[]) =>
      runProgram(['policy', 'check', '--policy', path, ...more]);
    expect((await check()).said).toContain('can be used');
    const made = await check('--tool', 'domains_create', '--args', '{"name": "a.example"}');
    expect(made.printed).toContain('everybody: ask (no rule)');
    const read = await check('--tool', 'droplets_list');
    expect([read.code, read.printed]).toEqual([
      1,
      expect.stringContaining('everybody: deny (grants)'),
    ]);
    const told = await runProgram(['policy', 'explain', '--policy', path]);
    expect(told.printed).toContain('1 grants');
    expect(told.printed).not.toContain('droplets_list');
    expect((await check('--agent', 'ci')).said).toContain('names no agents');
  });
});
