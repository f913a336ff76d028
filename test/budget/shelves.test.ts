// Where a ledger is kept: in memory, in a folder, in Redis. All keep one promise: of two who replace the same version, one comes first.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderShelf } from '../../src/budget/shelf/folder-shelf.ts';
import { createMemoryShelf } from '../../src/budget/shelf/memory-shelf.ts';
import { createRedisShelf } from '../../src/budget/shelf/redis-shelf.ts';
import type { Shelf } from '../../src/budget/shelf/shelf.ts';
import { connectRedis } from '../../src/redis/redis-connection.ts';
import { systemClock } from '../../src/system.ts';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { newStateFolder } from '../new-state-folder.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const newFolder = (): string => {
  const folder = newStateFolder();
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Two who share a shelf, as two processes or replicas do. */
type Pair = () => Promise<readonly [Shelf, Shelf]>;

const overRedis: Pair = async () => {
  const server = await startRedis();
  closing.push(server.kill);
  const connect = () => {
    const connection = connectRedis({ url: server.url, clock: systemClock });
    closing.push(connection.close);
    return createRedisShelf(connection);
  };
  return [connect(), connect()];
};

const shelves: readonly (readonly [string, Pair])[] = [
  [
    'memory',
    async () => {
      const shelf = createMemoryShelf();
      return [shelf, shelf];
    },
  ],
  [
    'a folder',
    async () => {
      const folder = newFolder();
      return [createFolderShelf(folder), createFolderShelf(folder)];
    },
  ],
  ...(redisBinary === undefined ? [] : [['Redis', overRedis] as const]),
];

/** Adds one to the number that is kept, as often as another comes first. */
const addOne = async (shelf: Shelf): Promise<void> => {
  let kept = await shelf.read();
  for (;;) {
    const put = await shelf.replace(kept?.version ?? null, String(Number(kept?.text ?? 0) + 1));
    if ('done' in put) return;
    kept = put.now;
  }
};

describe.each(shelves)('a shelf in %s', (_name, pair) => {
  it('has nothing at first, and then what was put there last', async () => {
    const [one, other] = await pair();
    expect(await one.read()).toBeNull();
    const put = await one.replace(null, 'first');
    if (!('done' in put)) throw new Error('it was not put there');
    expect(await other.read()).toEqual({ version: put.done, text: 'first' });
    expect(await other.replace(put.done, 'second')).toHaveProperty('done');
    expect(await one.replace(put.done, 'lost')).toMatchObject({ now: { text: 'second' } });
    expect(await one.read()).toMatchObject({ text: 'second' });
  });

  it('refuses a version that was never there, and a first one where there is one', async () => {
    const [one, other] = await pair();
    expect(await one.replace('7', 'x')).toEqual({ now: null });
    await one.replace(null, 'first');
    expect(await other.replace(null, 'again')).toMatchObject({ now: { text: 'first' } });
  });

  it('loses no change of two who make forty each at once', async () => {
    const pairs = await pair();
    await Promise.all(
      pairs.map(async (shelf) => {
        for (let round = 0; round < 40; round += 1) await addOne(shelf);
      }),
    );
    expect(await pairs[0].read()).toMatchObject({ text: '80' });
  });
});

describe('a shelf in a folder', () => {
  it('keeps few files, for this user alone, whatever else lies there', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'note.txt'), 'mine');
    const shelf = createFolderShelf(folder);
    for (let round = 0; round < 50; round += 1) await addOne(shelf);
    const names = readdirSync(folder);
    expect(names.length).toBeLessThanOrEqual(17);
    expect(names).toContain('note.txt');
    for (const name of names.filter((one) => one.endsWith('.ledger')))
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('is not overtaken by somebody who comes very late', async () => {
    const folder = newFolder();
    const [shelf, late] = [createFolderShelf(folder), createFolderShelf(folder)];
    await addOne(shelf);
    const early = await late.read();
    for (let round = 0; round < 40; round += 1) await addOne(shelf);
    expect(await late.replace(early?.version ?? null, 'old')).toMatchObject({
      now: { text: '41' },
    });
    expect(await shelf.read()).toMatchObject({ text: '41' });
  });
});
