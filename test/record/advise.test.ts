// How much less would have been enough: what the record advises lets through the calls that were made, and no others.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';
import { newFolder } from './recorded.ts';
import { agents, liveThrough, type Recording, record, type WeekEnd } from './week.ts';

interface Told {
  readonly record: Readonly<Record<string, unknown>>;
  readonly agents: readonly {
    readonly agent: string;
    readonly calls: number;
    readonly used: readonly { readonly tool: string }[];
    readonly refused: readonly { readonly tool: string; readonly result: string }[];
    readonly needs: {
      readonly tools: readonly string[];
      readonly scopes: readonly string[];
      readonly readOnly: boolean;
      readonly options: readonly string[];
      readonly entry: Readonly<Record<string, unknown>>;
      readonly waiting: readonly { readonly tool: string; readonly scopes: readonly string[] }[];
      readonly comfort: readonly { readonly tool: string; readonly for: readonly string[] }[];
    } | null;
    readonly unused: { readonly scopes: readonly string[] } | null;
  }[];
}

const advise = async (...argv: readonly string[]) => runProgram(['audit', 'advise', ...argv]);

const told = async (...argv: readonly string[]): Promise<Told> =>
  JSON.parse((await advise('--json', ...argv)).printed) as Told;

let place: readonly string[] = [];
let week: readonly WeekEnd[] = [];
let advice: Told;
beforeAll(async () => {
  const recording = record();
  place = recording.place;
  week = await liveThrough(recording);
  await recording.close();
  advice = await told(...place);
});

const needsOf = (agent: string) => {
  const needs = advice.agents.find((one) => one.agent === agent)?.needs;
  if (!needs) throw new Error(`nothing is told of ${agent}`);
  return needs;
};

/** A program that has just the rights which were advised for an agent. */
const narrowed = (agent: string): Recording => {
  const { options, scopes } = needsOf(agent);
  const argv = options.flatMap((option) => option.split(' '));
  return record(argv, `sandbox:${scopes.join(',')}`);
};

describe('the rights that the record advises', () => {
  it('are told of every agent, with what it used and what it was refused', () => {
    expect(
      week.filter(({ result }) => result !== 'ok').map(({ tool, result }) => [tool, result]),
    ).toEqual([['droplets_create', 'invalid_arguments']]);
    expect(advice.record).toMatchObject({ sound: true, openChanges: 0, complete: true });
    expect(needsOf(agents.reader)).toMatchObject({
      tools: ['account_get', 'domains_list', 'droplets_list'],
      readOnly: true,
      entry: { name: 'reader', access: 'read', areas: ['account', 'domains', 'droplets'] },
    });
    expect(needsOf(agents.dns)).toMatchObject({
      tools: ['domains_create', 'domains_create_record', 'domains_delete', 'domains_list_records'],
      readOnly: false,
      entry: { name: 'dns', access: 'write' },
    });
    expect(advice.agents.find(({ agent }) => agent === agents.reader)?.refused).toMatchObject([
      { tool: 'droplets_create', result: 'invalid_arguments', calls: 1 },
    ]);
  });

  it.each(Object.values(agents))(
    'let the calls of %s through when they are made again',
    async (agent) => {
      const again = narrowed(agent);
      const own = week.filter((call) => call.agent === agent && call.result === 'ok');
      for (const call of own) {
        expect((await again.call(call)).result, call.tool).toBe(call.result);
      }
      await again.close();
    },
  );

  it.each(Object.values(agents))('keep %s from what it never did', async (agent) => {
    const again = narrowed(agent);
    const own = new Set(week.filter((call) => call.agent === agent).map(({ tool }) => tool));
    for (const call of week.filter(({ tool, given }) => !own.has(tool) && !given['dry_run']))
      expect(['not_allowed', 'missing_scope']).toContain(
        (await again.call({ ...call, agent })).result,
      );
    await again.close();
  });

  it('name the reads of ours that waiting needs, and those that are comfort', () => {
    const { waiting, comfort } = needsOf(agents.machines);
    expect(waiting.map(({ tool }) => tool)).toContain('droplets_get');
    expect(comfort).toContainEqual(
      expect.objectContaining({ tool: 'account_get', for: ['owner'], scopes: ['account:read'] }),
    );
    expect(needsOf(agents.reader)).toMatchObject({ waiting: [], comfort: [] });
    const { comfort: ofDns } = needsOf(agents.dns);
    expect(ofDns.find(({ tool }) => tool === 'domains_list_records')).toBeUndefined();
    expect(ofDns.find(({ tool }) => tool === 'domains_get')?.for).toContain('harm');
  });

  it('let a call wait for the end of its work once the reads for waiting are added', async () => {
    const needs = needsOf(agents.machines);
    const call = week.find(({ tool, result }) => tool === 'droplets_create' && result === 'ok');
    const workOf = async (tools: readonly string[]): Promise<unknown> => {
      const scopes = [...needs.scopes, ...needs.waiting.flatMap((read) => read.scopes)];
      const again = record(
        ['--areas', 'none', '--tools', tools.join(',')],
        `sandbox:${scopes.join(',')}`,
      );
      if (call) await again.call(call);
      await again.close();
      const { printed } = await runProgram(['audit', 'export', ...again.place]);
      const lines = JSON.parse(printed) as readonly Readonly<Record<string, unknown>>[];
      return lines.find(({ kind }) => kind === 'outcome')?.['work'];
    };
    expect(await workOf(needs.tools)).toBeUndefined();
    const all = [...needs.tools, ...needs.waiting.map(({ tool }) => tool)];
    expect(await workOf(all)).toMatchObject({ ended: 'done' });
  });

  it('say what was given and never used, where it is known what was given', async () => {
    const { agents: ofOne } = await told(
      ...[
        ...place,
        '--agent',
        'dns',
        '--scopes',
        'domain:read,domain:create,domain:delete,tag:read',
      ],
    );
    expect(ofOne).toHaveLength(1);
    expect(ofOne[0]?.unused).toMatchObject({
      scopes: ['tag:read'],
      tools: expect.arrayContaining([
        { area: 'domains', tools: expect.arrayContaining(['domains_get']) },
      ]),
    });
    expect(advice.agents[0]?.unused).toBeNull();
  });

  it('can be read by a person at 80 columns', async () => {
    const { printed, code } = await advise(...place);
    expect(code).toBe(0);
    expect(printed).toMatch(/^The record is whole: \d+ lines\./);
    expect(printed).toContain(agents.machines);
    expect(printed).toMatch(/droplets_create +1 call, invalid_arguments: wrong arguments/);
    for (const line of printed.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('what the advice stands on', () => {
  const empty = [
    '--audit',
    join(newFolder(), 'audit.jsonl'),
    '--state-dir',
    join(newFolder(), 's'),
  ];

  it('may be nothing: an empty record, an agent that is not there, days without calls', async () => {
    for (const argv of [empty, [...place, '--agent', 'nobody'], [...place, '--days', '1']]) {
      expect((await told(...argv)).agents).toEqual([]);
      expect((await advise(...argv)).said).toMatch(/Nothing of the kind/);
    }
    expect((await advise(...place, '--days', '0')).code).toBe(2);
    expect((await advise('--audit', 'off')).code).toBe(2);
  });

  it('is said where the record was touched, or has lines that are none', async () => {
    const folder = newFolder();
    const file = join(folder, 'audit.jsonl');
    writeFileSync(file, readFileSync(place[1] ?? ''));
    const odd = [
      'no json',
      '[]',
      '{"kind":"read"}',
      `{"kind":"read","at":"2026-01-01T00:00:00Z","agent":"x","tool":"gone_tool","arguments":7}`,
      '{"kind":"intent","id":"a-1","at":"2026-01-01T00:00:00Z","agent":"x","tool":"tags_create","arguments":{}}',
    ];
    appendFileSync(file, `${odd.join('\n')}\n{"kind":"re`);
    const where = ['--audit', file, '--state-dir', join(folder, 'state')];
    const { record: found, agents: all } = await told(...where);
    expect(found).toMatchObject({ sound: false, openChanges: 1, leftOut: 1 });
    expect(all.find(({ agent }) => agent === 'x')).toMatchObject({
      unknownTools: { gone_tool: 1 },
      needs: { tools: ['tags_create'] },
    });
    expect((await advise(...where)).printed).toMatch(/^This record was touched/);
  });
});
