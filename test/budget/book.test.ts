// The book of a budget: what is written is there, whoever shares it, whatever is lost on the way.
import { describe, expect, it } from 'vitest';
import { type Book, createBook } from '../../src/budget/book.ts';
import { centsOf, type Held, type Ledger, withHeld, withoutHeld } from '../../src/budget/ledger.ts';
import { LedgerUnreadable } from '../../src/budget/ledger-text.ts';
import { createMemoryShelf } from '../../src/budget/shelf/memory-shelf.ts';
import type { Shelf } from '../../src/budget/shelf/shelf.ts';

const held = (id: string, more: Partial<Held> = {}): Held => ({
  id,
  purse: 'agent ci',
  account: 'a',
  at: 1_000,
  cents: 100,
  makes: 1,
  state: 'open',
  thing: null,
  trace: null,
  ...more,
});

let names = 0;
const bookOn = (shelf: Shelf, forgets = true): Book =>
  createBook({
    shelf,
    forgets,
    newName: () => {
      names += 1;
      return `begun-${names}`;
    },
  });

const add = (book: Book, id: string): Promise<void> =>
  book.change((ledger) => ({ ledger: withHeld(ledger, held(id)), told: undefined }));

const ledgerOf = (book: Book): Promise<Ledger> =>
  book.change((ledger) => ({ ledger, told: ledger }));

const idsIn = async (book: Book): Promise<readonly string[]> =>
  (await ledgerOf(book)).held.map(({ id }) => id).toSorted();

/** A shelf that can be made to fail, before or after it has done what was asked, and to forget everything. */
const frailShelf = () => {
  let inner = createMemoryShelf();
  let fails: 'before' | 'after' | null = null;
  let written = 0;
  const failing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (fails === 'before') throw new Error('away');
    const result = await work();
    if (fails === 'after') throw new Error('the answer was lost');
    return result;
  };
  const shelf: Shelf = {
    read: () => failing(() => inner.read()),
    replace: (version, text) => {
      written += 1;
      return failing(() => inner.replace(version, text));
    },
  };
  return {
    shelf,
    fail: (how: typeof fails) => {
      fails = how;
    },
    forget: () => {
      inner = createMemoryShelf();
    },
    get written() {
      return written;
    },
  };
};

describe('a book', () => {
  it('holds what two who share it write at once, each thing once', async () => {
    const shelf = createMemoryShelf();
    const [one, other] = [bookOn(shelf), bookOn(shelf)];
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => add(index % 2 ? one : other, `${index}`)),
    );
    const ids = await idsIn(one);
    expect(ids).toHaveLength(100);
    expect(await idsIn(other)).toEqual(ids);
  });

  it('writes what comes at the same moment at once', async () => {
    const frail = frailShelf();
    const book = bookOn(frail.shelf);
    await Promise.all(Array.from({ length: 200 }, (_, index) => add(book, `${index}`)));
    expect(frail.written).toBeLessThan(5);
  });

  it('tells of what others have written since, also where nothing is changed', async () => {
    const shelf = createMemoryShelf();
    const [one, other] = [bookOn(shelf), bookOn(shelf)];
    await add(one, 'a');
    await add(other, 'b');
    expect(await idsIn(one)).toEqual(['a', 'b']);
  });

  it('refuses while its shelf is away, and goes on when it is back', async () => {
    const frail = frailShelf();
    const book = bookOn(frail.shelf);
    await add(book, 'a');
    frail.fail('before');
    await expect(add(book, 'b')).rejects.toThrow('away');
    frail.fail(null);
    await add(book, 'c');
    expect(await idsIn(book)).toEqual(['a', 'c']);
  });

  it('makes what is owed as soon as it can, with whatever comes next', async () => {
    const frail = frailShelf();
    const book = bookOn(frail.shelf);
    await add(book, 'a');
    frail.fail('before');
    await book.owe((ledger) => withoutHeld(ledger, 'a'));
    frail.fail(null);
    await add(book, 'b');
    expect(await idsIn(book)).toEqual(['b']);
  });

  it('puts back what it knows where its shelf has forgotten', async () => {
    const frail = frailShelf();
    const [one, other] = [bookOn(frail.shelf), bookOn(frail.shelf)];
    await add(one, 'a');
    await add(other, 'b');
    await add(one, 'c');
    frail.forget();
    // This one does not know of c, and comes first.
    await add(other, 'd');
    expect(await idsIn(one)).toEqual(['a', 'b', 'c', 'd']);
    expect(await idsIn(other)).toEqual(['a', 'b', 'c', 'd']);
    expect(centsOf(await ledgerOf(other), null)).toBe(400);
  });

  it('begins anew where its shelf forgets nothing, and its owner has emptied it', async () => {
    const frail = frailShelf();
    const book = bookOn(frail.shelf, false);
    await add(book, 'a');
    frail.forget();
    expect(await idsIn(book)).toEqual([]);
  });

  it('knows its own change again whose answer was lost', async () => {
    const frail = frailShelf();
    const book = bookOn(frail.shelf);
    await add(book, 'a');
    frail.fail('after');
    await expect(add(book, 'b')).rejects.toThrow('lost');
    await book.owe((ledger) => withoutHeld(ledger, 'b'));
    frail.fail(null);
    await add(book, 'c');
    expect(await idsIn(book)).toEqual(['a', 'c']);
  });

  it.each(['', '{', '[]', '{"begun":"x"}', '{"begun":"x","turn":-1,"held":[],"made":{}}'])(
    'refuses to go on from %j',
    async (text) => {
      const shelf = createMemoryShelf();
      await shelf.replace(null, text);
      await expect(add(bookOn(shelf), 'a')).rejects.toThrow(LedgerUnreadable);
      expect(await shelf.read()).toMatchObject({ text });
    },
  );
});
