// How lines get to the disk and how long they stay: in batches, in files of their own, for ninety days.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../src/record/journal.ts';
import { inFolder } from '../../src/record/place.ts';
import { createState } from '../../src/state/state.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { linesOf, newFolder, recordedAgent, verifyRecord } from './recorded.ts';

const day = 24 * 3_600_000;

const journalIn = (state: string, clock: ManualClock, mostBytes?: number): Journal => {
  const kept = createState({ folder: state, key: null });
  return new Journal({
    place: () => inFolder(kept.room('record') ?? ''),
    key: () => kept.keyFor('record'),
    clock,
    version: '0',
    ...(mostBytes !== undefined && { mostBytes }),
  });
};

const filesIn = (state: string): readonly string[] =>
  readdirSync(join(state, 'record'))
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();

const change = (journal: Journal): void =>
  journal.addNow((id) => JSON.stringify({ kind: 'read', id, text: 'x'.repeat(100) }));

describe('lines of reads', () => {
  it('wait to be written with others, and are there a moment later', async () => {
    const agent = await recordedAgent();
    for (let call = 0; call < 5; call += 1) await agent.call('droplets_list');
    const before = agent.lines().length;
    expect(before).toBeLessThan(6);
    await expect.poll(() => agent.lines().length).toBe(6);
    await agent.close();
  });

  it('are written before any change, in their order', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_list');
    await agent.call('tags_create', { name: 'blue' });
    expect(agent.lines().map(({ kind }) => kind)).toEqual(['opened', 'read', 'intent', 'outcome']);
    await agent.close();
  });
});

describe('files', () => {
  it('are one for each process, and another when one is full', async () => {
    const state = newFolder();
    const clock = createManualClock();
    const one = journalIn(state, clock, 2_000);
    const other = journalIn(state, clock);
    for (let line = 0; line < 40; line += 1) change(one);
    change(other);
    one.close();
    other.close();
    const files = filesIn(state);
    expect(files.length).toBeGreaterThan(3);
    for (const name of files)
      expect(readFileSync(join(state, 'record', name)).length).toBeLessThan(3_000);
    const verdict = await verifyRecord(['--state-dir', state]);
    expect(verdict).toMatchObject({ sound: true, notes: [], files: files.length });
    const recorded = files.flatMap((name) => linesOf(join(state, 'record', name)));
    expect(recorded.filter(({ kind }) => kind === 'read')).toHaveLength(41);
  });

  it('are changed for another after a day, so that what is old can go as a whole', async () => {
    const state = newFolder();
    const clock = createManualClock();
    const journal = journalIn(state, clock);
    change(journal);
    await clock.advance(day + 1);
    change(journal);
    journal.close();
    expect(filesIn(state)).toHaveLength(2);
  });

  it('go after ninety days, and the ledger keeps a sealed word about them', async () => {
    const state = newFolder();
    const clock = createManualClock();
    const old = journalIn(state, clock);
    for (let line = 0; line < 3; line += 1) change(old);
    old.close();
    const [gone = ''] = filesIn(state);
    await clock.advance(50 * day);
    const younger = journalIn(state, clock);
    change(younger);
    younger.close();
    await clock.advance(41 * day);
    const now = journalIn(state, clock);
    change(now);
    now.close();
    expect(existsSync(join(state, 'record', gone))).toBe(false);
    expect(existsSync(join(state, 'record', `${gone}.head`))).toBe(false);
    expect(filesIn(state)).toHaveLength(2);
    const verdict = await verifyRecord(['--state-dir', state]);
    expect(verdict.sound).toBe(true);
    expect(verdict.notes).toEqual([
      '1 files with 5 lines, from 2026-01-01T00:00:00.000Z to 2026-01-01T00:00:00.000Z, were pruned: calls are kept for 90 days.',
    ]);
  });

  it('that were taken away are not missed for longer than they would have been kept', async () => {
    const state = newFolder();
    const clock = createManualClock();
    const journal = journalIn(state, clock);
    change(journal);
    rmSync(join(state, 'record'), { recursive: true });
    mkdirSync(join(state, 'record'));
    writeFileSync(join(state, 'record', 'ledger.json'), '{}');
    change(journal);
    journal.close();
    expect((await verifyRecord(['--state-dir', state])).findings).toMatchObject([
      { what: 'ledger_not_ours' },
    ]);
    await clock.advance(91 * day);
    const later = journalIn(state, clock);
    change(later);
    later.close();
    expect(await verifyRecord(['--state-dir', state])).toMatchObject({ sound: true, files: 1 });
  });

  it('that somebody takes away before their time are missed all the same', async () => {
    const state = newFolder();
    const clock = createManualClock();
    const journal = journalIn(state, clock);
    change(journal);
    const [file = ''] = filesIn(state);
    rmSync(join(state, 'record', file));
    rmSync(join(state, 'record', `${file}.head`));
    change(journal);
    journal.close();
    const verdict = await verifyRecord(['--state-dir', state]);
    expect(verdict.findings).toMatchObject([{ what: 'file_missing', file }]);
  });
});
