// The policy that a record advises: it lets just the recorded calls through, tried by deciding them again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';
import { newFolder } from './recorded.ts';
import { liveThrough, record } from './week.ts';

interface Advised {
  readonly agent: string;
  readonly needs: {
    readonly entry: { readonly name: string };
    readonly policy: { readonly grants: readonly object[]; readonly rules: readonly object[] };
  };
}

let place: readonly string[] = [];
let advised: readonly Advised[] = [];
beforeAll(async () => {
  const recording = record();
  place = recording.place;
  await liveThrough(recording);
  await recording.close();
  const { printed } = await runProgram(['audit', 'advise', '--json', ...place]);
  advised = (JSON.parse(printed) as { agents: readonly Advised[] }).agents;
});

const named = (name: string): Advised['needs'] => {
  const found = advised.find(({ needs }) => needs.entry.name === name);
  if (!found) throw new Error(`nothing is advised for ${name}`);
  return found.needs;
};

const replayedBy = async (change: (needs: Advised['needs']) => object, ...argv: string[]) => {
  const path = join(newFolder(), 'agents.json');
  const agents = advised.map(({ needs }, at) => ({
    ...needs.entry,
    key: `sha256:${String(at).repeat(64)}`,
    token: { env: `TOKEN_${at}` },
    ...change(needs),
  }));
  writeFileSync(path, JSON.stringify({ version: 1, agents }), { mode: 0o600 });
  const command = ['audit', 'replay', '--json', ...place, '--policy', path, ...argv];
  const { printed, said } = await runProgram(command);
  if (printed === '') throw new Error(said);
  return JSON.parse(printed) as { otherwise: readonly { tool: string; now: string }[] };
};

describe('the policy that a recorded week of three agents advises', () => {
  it('lets every recorded call through, and none that was refused', async () => {
    expect(advised).toHaveLength(3);
    expect((await replayedBy(({ policy }) => policy)).otherwise).toEqual([]);
  });

  it('names the things, where the record tells them all', () => {
    const { grants, rules } = named('dns').policy;
    expect(grants).toContainEqual({
      tools: ['domains_create_record'],
      access: ['change'],
      resources: { domains: ['week.example'] },
    });
    expect(grants).toContainEqual({
      tools: ['domains_delete'],
      access: ['destroy'],
      resources: { domains: ['week.example'] },
    });
    expect(rules).toEqual([
      { tools: ['domains_create', 'domains_create_record'], decision: 'allow' },
      { tools: ['domains_delete'], decision: 'ask' },
    ]);
    expect(named('machines').policy.rules).toContainEqual({
      tools: ['droplets_create'],
      decision: 'ask',
    });
  });

  it('is as narrow as the calls: without any of its grants one of them is refused', async () => {
    for (const { needs } of advised)
      for (const [at, grant] of needs.policy.grants.entries()) {
        const { otherwise } = await replayedBy(({ policy, entry }) =>
          entry.name === needs.entry.name
            ? { ...policy, grants: policy.grants.toSpliced(at, 1) }
            : policy,
        );
        const [tool] = (grant as { tools: readonly string[] }).tools;
        expect(otherwise.map((one) => [one.tool, one.now])).toEqual([[tool, 'refused']]);
      }
  });

  it('lets nothing be done to other things', async () => {
    const other = JSON.stringify(named('dns').policy).replaceAll('week.example', 'other.example');
    const { otherwise } = await replayedBy(({ policy, entry }) =>
      entry.name === 'dns' ? JSON.parse(other) : policy,
    );
    expect(new Set(otherwise.map(({ tool, now }) => `${tool} ${now}`))).toEqual(
      new Set([
        'domains_create_record refused',
        'domains_list_records refused',
        'domains_delete refused',
      ]),
    );
  });
});
