// Undoing on behalf of an agent: the calls that put back are held to the policy of whoever undoes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { startUndoing, type Undoing } from './undoing.ts';
import { change, first, leadsTo, second, withRecord } from './zone.ts';

let world: Undoing;
beforeEach(async () => {
  world = await startUndoing();
});
afterEach(() => world.close());

const policy = (rules: readonly object[]): readonly string[] => {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify({ version: 1, rules }));
  return ['--policy', path];
};

it('a policy that denies the inverse is shown, and nothing is put back', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  const argv = policy([{ tools: ['domains_update_record'], decision: 'deny' }]);
  for (const [words, typed] of [
    [[], 'y'],
    [['--yes'], undefined],
  ] as const) {
    const { code, said } = await world.undo([String(undo), ...words], typed, argv);
    expect(code).toBe(1);
    expect(said).toContain('It is not let through');
    expect(said).toContain('It cannot be put back like this. Nothing was changed.');
  }
  expect(await leadsTo(world, id)).toBe(second);
});

it('a policy that denies only the way forward does not bar the way back', async () => {
  const id = await withRecord(world);
  const { data: _, type: __, ...named } = change(id);
  const { undo } = await world.make('domains_delete_record', named);
  const argv = policy([{ tools: ['domains_delete_record'], decision: 'deny' }]);
  const { said } = await world.undo([String(undo)], 'y', argv);
  expect(said).toContain('It is put back.');
});

it('what the policy asks about is agreed to with the question of the undo', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  const argv = policy([{ tools: ['domains_update_record'], decision: 'ask' }]);
  expect((await world.undo([String(undo)], 'y', argv)).said).toContain('It is put back.');
  expect(await leadsTo(world, id)).toBe(first);
});

it('where a terminal is not trusted, nobody at one agrees to what the policy asks about', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  const argv = [
    ...policy([{ tools: ['domains_update_record'], decision: 'ask' }]),
    '--consent-doors',
    'client',
  ];
  const { code } = await world.undo([String(undo)], 'y', argv);
  expect(code).toBe(1);
  expect(await leadsTo(world, id)).toBe(second);
});
