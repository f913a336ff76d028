// The stores of questions: in memory, in a folder, in Redis. All keep one promise: a name is made once.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mostKept } from '../../src/consent/question.ts';
import { createQuestionBook } from '../../src/consent/question-book.ts';
import { createFolderStore } from '../../src/consent/store/folder-store.ts';
import { createMemoryStore } from '../../src/consent/store/memory-store.ts';
import { keptFor, type OnceStore } from '../../src/consent/store/once-store.ts';
import { createRedisStore } from '../../src/consent/store/redis-store.ts';
import { connectRedis } from '../../src/redis/redis-connection.ts';
import { systemClock } from '../../src/system.ts';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { createManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const folderFor = (): string => {
  const folder = newStateFolder();
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Two who share a store, as two processes or replicas do. */
type Pair = () => Promise<readonly [OnceStore, OnceStore]>;

const overRedis: Pair = async () => {
  const server = await startRedis();
  closing.push(server.kill);
  const connect = () => {
    const connection = connectRedis({ url: server.url, clock: systemClock });
    closing.push(connection.close);
    return createRedisStore(connection);
  };
  return [connect(), connect()];
};

const stores: readonly (readonly [string, Pair])[] = [
  [
    'memory',
    async () => {
      const store = createMemoryStore(createManualClock());
      return [store, store];
    },
  ],
  [
    'a folder',
    async () => {
      const folder = folderFor();
      const clock = createManualClock();
      return [createFolderStore(folder, clock), createFolderStore(folder, clock)];
    },
  ],
  ...(redisBinary === undefined ? [] : [['Redis', overRedis] as const]),
];
if (redisBinary === undefined)
  console.warn('The store in Redis is not tried: there is no redis-server here.');

describe.each(stores)('a store in %s', (_where, pair) => {
  it('keeps what was made first, and tells everybody else that they were too late', async () => {
    const [one, other] = await pair();
    expect(await one.read('a.question')).toBeUndefined();
    const made = await Promise.all(
      [one, other, one, other].map((store, at) => store.make('a.question', `text ${at}`)),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await other.read('a.question')).toBe(`text ${made.indexOf(true)}`);
    expect(await one.make('a.answer', 'yes')).toBe(true);
    expect(await other.names('.question')).toEqual(['a.question']);
  });

  it.each(['../a.question', 'a/b.question', '.question', 'a', 'A.question', 'a.question\n'])(
    'has nothing under the name %j',
    async (name) => {
      const [store] = await pair();
      expect(await store.make(name, 'x')).toBe(false);
      expect(await store.read(name)).toBeUndefined();
    },
  );
});

describe('a store in a folder', () => {
  it('forgets after three hours, removes the files, and leaves those of others alone', async () => {
    const folder = folderFor();
    const clock = createManualClock();
    const store = createFolderStore(folder, clock);
    await store.make('a.question', 'x');
    writeFileSync(join(folder, 'README.txt'), 'mine');
    await clock.advance(keptFor);
    expect(await store.read('a.question')).toBeUndefined();
    await store.make('b.question', 'y');
    expect(readdirSync(folder).toSorted()).toEqual(['README.txt', 'b.question']);
  });

  it('keeps files for its user alone', async () => {
    const folder = folderFor();
    await createFolderStore(folder, createManualClock()).make('a.question', 'x');
    expect(statSync(join(folder, 'a.question')).mode & 0o777).toBe(0o600);
  });
});

describe('a book of questions', () => {
  const asked = {
    principal: 'local x',
    agent: 'agent',
    tool: 'droplets_destroy',
    digest: 'd',
    effect: 'destroy',
    text: 'text',
    typed: null,
    doors: ['terminal'],
    harm: null,
    price: null,
  } as const;
  const yes = { approves: true, door: 'terminal', by: 'mallory', reason: null } as const;

  it('takes no answer that was written without its key', async () => {
    const store = createMemoryStore(createManualClock());
    const clock = createManualClock();
    const book = createQuestionBook(store, () => Buffer.alloc(32, 1), clock);
    const forger = createQuestionBook(store, () => Buffer.alloc(32, 2), clock);
    const id = (await book.open(asked))?.question.id ?? '';
    expect(await forger.find(id)).toBeUndefined();
    expect(await forger.answer(id, yes)).toEqual({ how: 'unknown' });
    // Whoever can write to the store puts an answer there by hand, with a seal of their own, or none.
    const json = JSON.stringify({ ...yes, at: clock.now(), until: clock.now() + 1_000 });
    await store.make(`${id}.answer`, `${Buffer.alloc(32).toString('base64url')} ${json}`);
    expect((await book.find(id))?.answer).toBeNull();
  });

  it('takes no sealed answer of another question', async () => {
    const store = createMemoryStore(createManualClock());
    const book = createQuestionBook(store, () => Buffer.alloc(32, 1), createManualClock());
    const one = (await book.open(asked))?.question.id ?? '';
    const other = (await book.open({ ...asked, digest: 'e' }))?.question.id ?? '';
    await book.answer(one, yes);
    await store.make(`${other}.answer`, (await store.read(`${one}.answer`)) ?? '');
    expect((await book.find(other))?.answer).toBeNull();
  });

  it('takes no more of one principal in three hours than it can look through, whatever became of them', async () => {
    const clock = createManualClock();
    const key = () => Buffer.alloc(32, 1);
    const book = createQuestionBook(createMemoryStore(clock), key, clock);
    for (let at = 0; at < mostKept.each; at += 1) {
      const entry = await book.open({ ...asked, digest: `${at}` });
      await book.spend(entry?.question.id ?? '');
    }
    expect(await book.open({ ...asked, digest: 'more' })).toBeUndefined();
    expect(await book.open({ ...asked, principal: 'other' })).toBeDefined();
    await clock.advance(keptFor);
    expect(await book.open({ ...asked, digest: 'more' })).toBeDefined();
  });
});
