// Recorded calls decided again: which of them other options would decide otherwise, and why.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../scope-map/endpoint.ts';
import type { Scope } from '../../scope-map/scopes.ts';
import type { Settings } from '../../src/configuration/settings.ts';
import { isUnavoidable } from '../../src/guard/conditions.ts';
import { withRequired } from '../../src/guard/least-scopes.ts';
import { adviceFrom, type Given } from '../../src/record/advise/advice.ts';
import { tallyOf } from '../../src/record/advise/tally.ts';
import type { Recorded } from '../../src/record/read/choose.ts';
import { decideBy } from '../../src/record/replay/decide.ts';
import { type Otherwise, replay } from '../../src/record/replay/replay.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { box, tools } from '../agent.ts';
import { runProgram } from '../commands/run-program.ts';
import { newFolder } from './recorded.ts';
import { agents, liveThrough, record } from './week.ts';

interface Told {
  readonly record: { readonly sound: boolean };
  readonly calls: number;
  readonly same: number;
  readonly undecided: number;
  readonly otherwise: readonly Otherwise[];
}

let place: readonly string[] = [];
beforeAll(async () => {
  const recording = record();
  place = recording.place;
  await liveThrough(recording);
  await recording.close();
});

const replayed = async (...argv: readonly string[]): Promise<Told> => {
  const { printed, said } = await runProgram(['audit', 'replay', '--json', ...argv]);
  if (printed === '') throw new Error(said);
  return JSON.parse(printed) as Told;
};

describe('a week decided again', () => {
  it('is decided as before by the options that it was lived with', async () => {
    expect(await replayed(...place)).toMatchObject({
      record: { sound: true },
      calls: 13,
      same: 12,
      undecided: 1,
      otherwise: [],
    });
  });

  it('tells what would not be let through any more, and why', async () => {
    const { otherwise } = await replayed(
      ...place,
      '--read-only',
      '--areas',
      'droplets,domains,tags',
    );
    expect(otherwise.map(({ tool, rule }) => [tool, rule])).toEqual(
      expect.arrayContaining([
        ['domains_create', 'read_only'],
        ['volumes_list', 'area'],
        ['account_get', 'area'],
      ]),
    );
    expect(otherwise.every(({ then, now }) => then === 'allowed' && now === 'refused')).toBe(true);
    expect(otherwise.some(({ tool }) => tool === 'domains_list')).toBe(false);
    const { otherwise: ofScopes } = await replayed(
      ...place,
      '--scopes',
      'droplet:read,domain:read',
    );
    expect(ofScopes.find(({ tool }) => tool === 'tags_create')?.reason).toContain('tag:create');
  });

  it.each(Object.values(agents))(
    'lets everything through that %s did, by the rights that are advised',
    async (agent) => {
      const { printed } = await runProgram([
        'audit',
        'advise',
        '--json',
        ...place,
        '--agent',
        agent,
      ]);
      const [own] = JSON.parse(printed).agents as readonly {
        needs: { options: readonly string[] };
      }[];
      const options = (own?.needs.options ?? []).flatMap((option) => option.split(' '));
      expect((await replayed(...place, '--agent', agent, ...options)).otherwise).toEqual([]);
      // And nothing of what only the others did.
      const { otherwise } = await replayed(...place, ...options);
      expect(new Set(otherwise.map((one) => one.agent))).not.toContain(agent);
      expect(otherwise.length).toBeGreaterThan(0);
    },
  );

  it('can be read by a person at 80 columns', async () => {
    const { printed, code } = await runProgram(['audit', 'replay', ...place, '--read-only']);
    expect(code).toBe(0);
    expect(printed).toMatch(/Let through then, refused now\n {2}\w+/);
    for (const line of printed.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

const line = (tool: Tool, given: object, decision: object = {}): Recorded => ({
  ...{ kind: 'read', id: 'a-1', at: '2026-01-01T00:00:00Z', agent: 'a', tool: tool.name },
  ...{ arguments: given, decision: { verdict: 'allowed', ...decision }, result: 'ok' },
});

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`there is no tool ${name}`);
  return tool;
};

const settingsOf = (options: readonly string[]): Promise<Settings> =>
  import('../../src/configuration/settings.ts').then(async ({ readSettings }) => {
    const { parseCommandLine } = await import('../../src/configuration/command-line.ts');
    const argv = options.flatMap((option) => option.split(' '));
    return readSettings(parseCommandLine(argv).given, {}, box.names);
  });

const everything: Given = { selection: (await settingsOf([])).selection, scopes: null };

const adviceOn = async (lines: readonly Recorded[]) => {
  const [advice] = await adviceFrom(await tallyOf(lines, box), everything, box);
  if (!advice?.needs) throw new Error('nothing is advised');
  return advice.needs;
};

const decideWith = async (options: readonly string[]) => {
  const { selection, declaredScopes: scopes } = await settingsOf(options);
  return decideBy({ selection, scopes });
};

/** Arguments that meet a condition. */
const meeting = ({ when: { argument, is, absent } }: Condition): object => {
  if (absent) return {};
  const value = is?.[0] ?? 'x';
  return argument
    .split('.')
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
};

describe('what the record does not tell', () => {
  const [tool, condition] = tools
    .flatMap((one) => (one.endpoint.conditions ?? []).map((condition) => [one, condition] as const))
    .find(
      ([one, { when, needs }]) =>
        needs &&
        when.is &&
        !when.absent &&
        !when.argument.includes('.') &&
        one.endpoint.cost !== 'none',
    ) ?? [named('tags_create'), { when: { argument: 'x' } }];
  const [scope = ''] = condition.needs ?? [];

  it.each([
    ['redacted', '[redacted by do-mcp]'],
    ['cut', 'b… (9000 characters)'],
  ])('counts as needed, and is said to be not sure, where the argument is %s', async (_, value) => {
    const hidden = line(tool, { [condition.when.argument]: value });
    const needs = await adviceOn([hidden]);
    expect(needs.scopes).toContain(scope);
    expect(needs.unclear.map((one) => one.scope)).toContain(scope);
    const without = needs.scopes.filter((one) => one !== scope).join(',');
    const decide = await decideWith(['--scopes', without || 'account:read']);
    const { otherwise } = await replay([hidden], box, decide);
    expect(otherwise.map(({ now }) => now)).toEqual(['not_known']);
  });

  it('is no matter where the argument is on record', async () => {
    const plain = line(tool, { [condition.when.argument]: 'something else' });
    expect((await adviceOn([plain])).scopes).not.toContain(scope);
  });

  it('is what a token held that nobody looked at', async () => {
    const refused = line(named('domains_create'), {}, { verdict: 'refused', rule: 'area' });
    const again = async (...options: readonly string[]) =>
      (await replay([refused], box, await decideWith(options))).otherwise.map(({ now }) => now);
    expect(await again()).toEqual(['not_known']);
    expect(await again('--scopes domain:create')).toEqual(['allowed']);
    expect(await again('--areas droplets')).toEqual([]);
    const lacking = { verdict: 'refused', rule: 'scopes', missing: ['domain:create'] };
    const { same } = await replay(
      [line(named('domains_create'), {}, lacking)],
      box,
      await decideWith([]),
    );
    expect(same).toBe(1);
  });
});

describe('a tool of our own', () => {
  it('is let through with the reads that it made, and needs nothing for itself', async () => {
    const own = {
      ...line(named('volumes_list'), {}),
      tool: 'account_inventory',
      decision: undefined,
    };
    const lines = [own, line(named('volumes_list'), {}, { effect: 'read' })];
    const needs = await adviceOn(lines);
    expect(needs).toMatchObject({
      tools: ['account_inventory', 'volumes_list'],
      entry: { tools: ['account_inventory', 'volumes_list'] },
      readOnly: true,
    });
    expect(needs.scopes).toContain('block_storage:read');
    expect(await replay(lines, box, await decideWith(needs.options))).toMatchObject({
      ...{ same: 1, undecided: 1, unknown: 0, otherwise: [] },
    });
  });
});

describe('credentials', () => {
  const tool = tools.find(({ endpoint }) => endpoint.discloses?.only) ?? named('tags_create');
  it.each([
    ['were shown to the model', { discloses: 'credential' }, '--allow-secrets'],
    ['went to files', { keeps: 'credential' }, '--secrets-dir <folder>'],
  ])('ask for the way by which they %s', async (_, decision, option) => {
    const lines = [line(tool, {}, { effect: 'read', ...decision })];
    const needs = await adviceOn(lines);
    expect(needs.options).toContain(option);
    expect(needs.options).not.toContain('--read-only');
    expect((await replay(lines, box, await decideWith(needs.options))).otherwise).toEqual([]);
    const without = needs.options.filter((one) => one !== option);
    const { otherwise } = await replay(lines, box, await decideWith(without));
    expect(otherwise.map(({ rule }) => rule)).toEqual(['secrets']);
  });
});

describe('the rights that are advised, for any calls', () => {
  it('let just their tools through, and no scope can be left out', async () => {
    const calls = fc.uniqueArray(fc.tuple(fc.nat(tools.length - 1), fc.nat(9)), {
      minLength: 1,
      maxLength: 6,
      selector: ([at]) => at,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (chosen) => {
        const lines = chosen.map(([at, which]) => {
          const tool = tools[at] ?? named('tags_create');
          const conditions = tool.endpoint.conditions ?? [];
          const condition = conditions[which % Math.max(1, conditions.length)];
          return line(tool, condition ? meeting(condition) : {}, { effect: tool.endpoint.effect });
        });
        const needs = await adviceOn(lines);
        const decide = await decideWith(needs.options);
        expect((await replay(lines, box, decide)).otherwise).toEqual([]);
        const other = tools.find(({ name }) => !needs.tools.includes(name)) ?? named('tags_create');
        expect((await replay([line(other, {})], box, decide)).otherwise).toHaveLength(1);
        // The guard does not ask for what no call can do without; DigitalOcean does.
        const unasked = new Set<string>(
          lines.flatMap((one) => {
            const tool = named(String(one['tool']));
            return (tool.endpoint.conditions ?? []).flatMap((condition) =>
              isUnavoidable(tool, condition) ? (condition.needs ?? []) : [],
            );
          }),
        );
        // A scope that no other of the list brings along is there because a call needs it.
        for (const scope of needs.scopes) {
          const rest = needs.scopes.filter((one) => one !== scope);
          if (unasked.has(scope) || withRequired(rest as Scope[]).includes(scope)) continue;
          const less = needs.options.map((option) =>
            option.startsWith('--scopes ')
              ? `--scopes ${rest.join(',') || 'account:read'}`
              : option,
          );
          const { otherwise } = await replay(lines, box, await decideWith(less));
          if (rest.length > 0 || scope !== 'account:read')
            expect(otherwise.length, scope).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a long record', () => {
  it('is read line by line', async () => {
    const file = join(newFolder(), 'audit.jsonl');
    const lines = Array.from({ length: 2_000 }, (_, at) =>
      JSON.stringify({ ...line(named('droplets_get'), { droplet_id: at }), agent: `a${at % 600}` }),
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
    const where = ['--audit', file, '--state-dir', newFolder()];
    const { printed } = await runProgram(['audit', 'advise', '--json', ...where]);
    const { record: found, agents: all } = JSON.parse(printed);
    expect(found).toMatchObject({ sound: false, calls: 2_000, complete: false });
    expect(all).toHaveLength(500);
    expect((await replayed(...where)).calls).toBe(2_000);
  });
});
