// What is kept is used only where the record vouches for it: its hash went on record with the change.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startUndoing, type Undoing } from './undoing.ts';
import { change, first, leadsTo, second, withRecord, zone } from './zone.ts';

let world: Undoing;
beforeEach(async () => {
  world = await startUndoing();
});
afterEach(() => world.close());

const record = (): string => join(world.state, 'record');

/** Writes the lines of the record anew. */
const rewrite = (make: (text: string) => string): void => {
  for (const name of readdirSync(record()).filter((one) => one.endsWith('.jsonl'))) {
    const path = join(record(), name);
    writeFileSync(path, make(readFileSync(path, 'utf8')));
  }
};

it('what went on record before the change was sent is the hash of what is kept', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  let hash = '';
  rewrite((text) => {
    const lines = text.split('\n').filter((line) => line.includes(`"id":"${String(undo)}"`));
    hash = String(JSON.parse(lines[0] ?? '{}').former);
    return text;
  });
  expect(hash).toMatch(/^[\da-f]{64}$/);
  expect(await world.undo([String(undo), '--yes'])).toMatchObject({ code: 0 });
  expect(await leadsTo(world, id)).toBe(first);
});

it('what only the reply tells is vouched for by the line of its end', async () => {
  await world.make('domains_create', { name: zone });
  const made = await world.make('domains_create_record', {
    domain_name: zone,
    type: 'TXT',
    name: 'note',
    data: 'kept',
  });
  rewrite((text) => {
    const lines = text
      .split('\n')
      .filter((line) => line.includes(`"id":"${String(made['undo'])}"`))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ kind, former }) => [kind, typeof former])).toEqual([
      ['intent', 'undefined'],
      ['outcome', 'string'],
    ]);
    return text;
  });
  expect(await world.undo([String(made['undo']), '--yes'])).toMatchObject({ code: 0 });
});

it('nothing is put back where the record tells of another former state', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  rewrite((text) =>
    text.replaceAll(/"former":"[\da-f]{64}"/g, () => `"former":"${'0'.repeat(64)}"`),
  );
  for (const typed of ['y', undefined]) {
    const { code, said } = await world.undo([String(undo), ...(typed ? [] : ['--yes'])], typed);
    expect(code).toBe(2);
    expect(said).toContain('the hashes differ');
    expect(said).toContain('do-mcp audit verify');
  }
  expect(await leadsTo(world, id)).toBe(second);
});

it('nothing is put back where the change is not on record', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  rmSync(record(), { recursive: true });
  const { code, said } = await world.undo([String(undo)], 'y');
  expect(code).toBe(2);
  expect(said).toContain('is not on this record');
  expect(said).toContain('on the machine that made the change');
  expect(await leadsTo(world, id)).toBe(second);
});
