// What an owner sees of a record: the last calls, a table, counts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Journal } from '../../src/record/journal.ts';
import { inFolder } from '../../src/record/place.ts';
import { choiceOf } from '../../src/record/read/choose.ts';
import { added, offsetsNow } from '../../src/record/read/follow.ts';
import { createState } from '../../src/state/state.ts';
import { runProgram } from '../commands/run-program.ts';
import { createManualClock } from '../manual-clock.ts';
import { newFolder, recordedAgent } from './recorded.ts';

let place: readonly string[] = [];
beforeAll(async () => {
  const agent = await recordedAgent();
  place = ['--audit', agent.file, '--state-dir', agent.state];
  await agent.call('tags_create', { name: 'blue' });
  await agent.call('droplets_list', { max_items: 2 });
  await agent.call('droplets_create', { name: 'web' });
  await agent.call('domains_create', { name: 'blue.example', ip_address: '203.0.113.7' });
  await agent.close();
});

const audit = async (...argv: readonly string[]) =>
  runProgram(['audit', ...argv.slice(0, 1), ...place, ...argv.slice(1)]);

const rowsOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('audit tail', () => {
  it('tells who did what and how it ended', async () => {
    const { code, printed } = await audit('tail');
    expect(code).toBe(0);
    const rows = rowsOf(printed);
    expect(rows.at(-2)).toMatch(
      /^\d{4}-\d\d-\d\dT\S+Z {2}\S+-\d+ {2}local {2}domains_create {2}is sent {2}POST \/v2\/domains {2}\{.*blue\.example/,
    );
    expect(rows.at(-1)).toMatch(/local {2}domains_create {2}ok 201 {2}[\d.]+ ms$/);
  });

  it('chooses by tool, agent, refusal and time', async () => {
    expect(rowsOf((await audit('tail', '--tool', 'droplets_list')).printed)).toHaveLength(1);
    expect(rowsOf((await audit('tail', '--refused')).printed)).toEqual([
      expect.stringContaining('droplets_create  not sent: invalid_arguments'),
    ]);
    expect((await audit('tail', '--agent', 'nobody')).said).toMatch(/Nothing of the kind/);
    expect(rowsOf((await audit('tail', '--since', '1h', '--agent', 'local')).printed).length).toBe(
      rowsOf((await audit('tail')).printed).length,
    );
    expect((await audit('tail', '--since', '2100-01-01')).printed).toBe('');
    expect((await audit('tail', '--since', 'soon')).code).toBe(2);
  });
});

describe('audit export', () => {
  it('is JSON that parses as a whole, a line each', async () => {
    const { printed } = await audit('export');
    const all = JSON.parse(printed) as readonly Record<string, unknown>[];
    expect(all.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['intent', 'outcome', 'read', 'refused']),
    );
    expect(rowsOf(printed)).toHaveLength(all.length + 2);
    expect(JSON.parse((await audit('export', '--agent', 'nobody')).printed)).toEqual([]);
  });

  it('is CSV, a row for each line', async () => {
    const { printed } = await audit('export', '--format', 'csv');
    const [head, ...rows] = rowsOf(printed);
    expect(head?.split(',').slice(0, 4)).toEqual(['at', 'id', 'kind', 'agent']);
    expect(rows).toHaveLength(JSON.parse((await audit('export')).printed).length);
  });

  it('is CSV in which no cell is a formula', async () => {
    const folder = newFolder();
    const file = join(folder, 'audit.jsonl');
    const names = ['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '\uff1d1', '\r=1', 'a"b', "'=1"];
    const lines = names.map((agent) => ({
      ...{ kind: 'read', id: 'a-1', at: '2026-01-01T00:00:00Z', result: 'ok' },
      ...{ agent, tool: agent, client: { name: agent }, path: agent, reason: agent },
    }));
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const where = ['--audit', file, '--state-dir', join(folder, 'state')];
    const { printed } = await runProgram(['audit', 'export', ...where, '--format', 'csv']);
    expect(rowsOf(printed)).toHaveLength(names.length + 1);
    expect(printed).not.toMatch(/(^|[,\n])"?\s*[=+\-@\uff1d]/);
    expect(printed).toContain('"a""b"');
  });
});

describe('audit stats', () => {
  it('counts calls by agent and tool', async () => {
    const { printed } = await audit('stats', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      agents: [{ name: 'local', refused: 1 }],
      tools: expect.arrayContaining([
        { name: 'domains_create', calls: 1, changes: 1, refused: 0, failed: 0 },
        { name: 'droplets_list', calls: 1, changes: 0, refused: 0, failed: 0 },
      ]),
    });
    expect((await audit('stats')).printed).toMatch(/agent +calls +changes +refused +failed/);
  });
});

describe('following', () => {
  it('tells what is added to any file, also to one that was not there', () => {
    const state = createState({ folder: newFolder(), key: null });
    const clock = createManualClock();
    const where = inFolder(state.room('record') ?? '');
    const journal = (): Journal =>
      new Journal({
        place: () => where,
        key: () => state.keyFor('record'),
        clock,
        version: '0',
      });
    const seconds = [1, 2, 3, 4];
    const call = (to: Journal, tool: string): void =>
      to.addNow((id) =>
        JSON.stringify({
          kind: 'read',
          id,
          at: `2026-01-01T00:00:0${seconds.shift()}Z`,
          agent: 'a',
          tool,
        }),
      );
    const choice = choiceOf(
      { agent: null, tool: null, refused: false, since: null, follow: true, format: 'json' },
      clock.now(),
    );
    const one = journal();
    call(one, 'before');
    const offsets = offsetsNow(where);
    call(one, 'first');
    const other = journal();
    call(other, 'second');
    expect(added(where, choice, offsets).map(({ tool }) => tool)).toEqual(['first', 'second']);
    expect(added(where, choice, offsets)).toEqual([]);
    call(one, 'third');
    expect(added(where, choice, offsets).map(({ tool }) => tool)).toEqual(['third']);
    one.close();
    other.close();
  });
});

describe('what is printed', () => {
  it('is cleaned of what a terminal obeys, and of credentials that somebody put there', async () => {
    const folder = newFolder();
    const file = join(folder, 'audit.jsonl');
    const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
    const line = {
      kind: 'read',
      id: 'a-1',
      at: '2026-01-01T00:00:00Z',
      agent: '\u001b[31mred\u202e',
      tool: token,
      result: 'ok',
    };
    writeFileSync(file, `${JSON.stringify(line)}\n`);
    const where = ['--audit', file, '--state-dir', join(folder, 'state')];
    for (const argv of [['tail'], ['tail', '--json'], ['export'], ['export', '--format', 'csv']]) {
      const { printed } = await runProgram(['audit', argv[0] ?? '', ...where, ...argv.slice(1)]);
      expect(printed).toContain('red');
      expect(printed).not.toContain('\u001b');
      expect(printed).not.toContain('\u202e');
      expect(printed).not.toContain(token);
    }
  });

  it('is nothing where no record is kept', async () => {
    expect((await runProgram(['audit', 'tail', '--audit', 'off'])).code).toBe(2);
  });
});
