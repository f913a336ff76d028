// Recorded calls decided again by another file of agents.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/configuration/settings.ts';
import { policyIn } from '../../src/policy/policy.ts';
import { decideByAgents } from '../../src/record/replay/decide-by-agents.ts';
import { type Otherwise, replay } from '../../src/record/replay/replay.ts';
import { box } from '../agent.ts';
import { runProgram } from '../commands/run-program.ts';
import { newFolder } from './recorded.ts';
import { liveThrough, record } from './week.ts';

let place: readonly string[] = [];
beforeAll(async () => {
  const recording = record();
  place = recording.place;
  await liveThrough(recording);
  await recording.close();
});

const agent = (name: string, digit: string, more: object) => ({
  ...{ name, key: `sha256:${digit.repeat(64)}`, token: { env: `TOKEN_${digit}` } },
  ...{ access: 'write', ...more },
});

const policyFile = (agents: readonly object[]): string => {
  const path = join(newFolder(), 'agents.json');
  writeFileSync(path, JSON.stringify({ version: 1, agents }), { mode: 0o600 });
  return path;
};

const replayed = async (agents: readonly object[]): Promise<readonly Otherwise[]> => {
  const { printed, said } = await runProgram([
    'audit',
    'replay',
    '--json',
    ...place,
    '--policy',
    policyFile(agents),
  ]);
  if (printed === '') throw new Error(said);
  return (JSON.parse(printed) as { otherwise: readonly Otherwise[] }).otherwise;
};

const allow = [{ decision: 'allow' }];

describe('another file of agents', () => {
  it('decides each call by the entry of whoever made it', async () => {
    const otherwise = await replayed([
      agent('reader', '1', {
        access: 'read',
        rules: [{ tools: ['domains_list'], decision: 'deny' }],
      }),
      agent('dns', '2', {
        areas: ['domains'],
        rules: [{ decision: 'allow' }, { tools: ['domains_delete'], decision: 'deny' }],
      }),
    ]);
    const of = (name: string) =>
      otherwise
        .filter((one) => one.agent.startsWith(name))
        .map(({ tool, now, rule }) => [tool, now, rule]);
    expect(of('reader')).toEqual([['domains_list', 'refused', 'policy']]);
    expect(of('dns')).toEqual([['domains_delete', 'refused', 'policy']]);
    expect(new Set(of('machines').map(([, now]) => now))).toEqual(new Set(['not_known']));
  });

  it('changes nothing where it lets everything through', async () => {
    const otherwise = await replayed(
      ['reader', 'dns', 'machines'].map((name, at) =>
        agent(name, String(at + 1), { rules: allow }),
      ),
    );
    expect(otherwise.filter(({ now }) => now !== 'not_known')).toEqual([]);
  });

  it('leaves open what hangs on facts that are not on record', async () => {
    const otherwise = await replayed([
      agent('reader', '1', {}),
      agent('machines', '3', {}),
      agent('dns', '2', {
        grants: [{ areas: ['domains'], resources: { tags: ['mine'] } }],
        rules: allow,
      }),
    ]);
    expect(otherwise.length).toBeGreaterThan(0);
    expect(otherwise.every(({ now, agent: of }) => now !== 'allowed' && of.startsWith('dns'))).toBe(
      true,
    );
  });

  it.each([
    ['a tag that had to be read', 'droplets_get', { droplet_id: 7 }, /had to be read/],
    ['a name that is redacted', 'tags_create', { name: '[redacted by do-mcp]' }, /ask for name/],
    ['nothing that is hidden', 'tags_list', {}, undefined],
  ])('leaves open what hangs on %s', async (_, tool, given, why) => {
    const policy = policyIn(
      {
        grants: [{ resources: { tags: ['mine'] } }, { areas: ['tags'] }],
        rules: [{ decision: 'allow' }],
      },
      'agents.0',
    );
    const decide = decideByAgents(
      [{ name: 'a', restriction: {}, policies: policy ? [policy] : [] }],
      { selection: readSettings({}, {}, box.names).selection, scopes: null },
      0,
    );
    const line = {
      ...{ kind: 'read', id: '1', at: '2026-01-01T00:00:00Z', agent: 'a-00000000', tool },
      ...{ arguments: given, decision: { verdict: 'allowed', effect: 'read' }, result: 'ok' },
    };
    const { otherwise } = await replay([line], box, decide);
    if (why === undefined) expect(otherwise).toEqual([]);
    else
      expect(otherwise).toMatchObject([{ now: 'not_known', reason: expect.stringMatching(why) }]);
  });

  it('is refused where it is wrong', async () => {
    const ended = await runProgram([
      'audit',
      'replay',
      ...place,
      '--policy',
      policyFile([agent('x', '1', { rules: [{ tols: [] }] })]),
    ]);
    expect(ended).toMatchObject({ code: 2, said: expect.stringContaining('tols') });
    expect(
      (await runProgram(['audit', 'replay', ...place, '--policy', '/nowhere.json'])).code,
    ).toBe(2);
  });
});
