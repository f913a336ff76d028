// The book in which a ledger is kept: changes of this process one after the other, those of others taken in.
import type { Ledger } from './ledger.ts';
import { emptyLedger } from './ledger.ts';
import { ledgerIn, textOf } from './ledger-text.ts';
import { merged } from './merged.ts';
import type { Kept, Shelf } from './shelf/shelf.ts';

/** What a change makes of the ledger, and what it tells whoever wanted it. */
export interface Changed<Told> {
  readonly ledger: Ledger;
  readonly told: Told;
}

/** A change. It may be asked more than once, since another process may come first: pure. */
export type Change<Told> = (ledger: Ledger) => Changed<Told>;

/** Keeps a ledger. */
export interface Book {
  /**
   * Makes a change; the answer is of the ledger as it stood then, whoever shares it.
   * @throws when the ledger cannot be reached, or not be read.
   */
  change<Told>(change: Change<Told>): Promise<Told>;
  /** Makes a change now or, where the ledger cannot be reached, with the next one. It may be made twice. */
  owe(change: (ledger: Ledger) => Ledger): Promise<void>;
}

/** What a book is made of. */
export interface BookOptions {
  readonly shelf: Shelf;
  /** Names a ledger that is begun. */
  readonly newName: () => string;
  /** The shelf may lose what it was given: what this process knows is put back then. */
  readonly forgets: boolean;
}

interface Waiting {
  readonly apply: Change<() => void>;
  readonly failed: (error: unknown) => void;
}

/** How often another may come first. */
const mostTries = 200;

/** Changes that are owed at most; beyond that the oldest is forgotten, and what it would give back stays counted. */
const mostOwed = 1_000;

/** @returns a book that reads and writes nothing before the first change. */
export const createBook = ({ shelf, newName, forgets }: BookOptions): Book => {
  const queue: Waiting[] = [];
  let owed: ((ledger: Ledger) => Ledger)[] = [];
  let isWriting = false;
  /** As this process saw it last. */
  let seen: { readonly version: string | null; readonly ledger: Ledger } | undefined;

  /** The ledger to go on from, and whether it is the one that was kept. */
  const startFrom = (kept: Kept | null): { ledger: Ledger; isKept: boolean } => {
    const known = forgets ? seen?.ledger : undefined;
    if (kept === null) {
      const begun = newName();
      return { ledger: known ? { ...known, begun } : emptyLedger(begun), isKept: false };
    }
    const ledger = ledgerIn(kept.text);
    if (!known || (known.begun === ledger.begun && known.turn <= ledger.turn))
      return { ledger, isKept: true };
    return { ledger: merged(ledger, known), isKept: false };
  };

  const write = async (batch: readonly Waiting[], paying: typeof owed): Promise<void> => {
    const last = seen;
    let version = last ? last.version : null;
    let from = last ? { ledger: last.ledger, isKept: true } : undefined;
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (!from) {
        const kept = await shelf.read();
        version = kept?.version ?? null;
        from = startFrom(kept);
      }
      const { ledger: before, isKept } = from;
      let ledger = paying.reduce((now, change) => change(now), before);
      const answers = batch.map(({ apply }) => {
        const changed = apply(ledger);
        ledger = changed.ledger;
        return changed.told;
      });
      if (ledger === before && isKept) {
        // Nothing to write: whether it was told of the newest, the shelf says.
        const kept = await shelf.read();
        if ((kept?.version ?? null) === version) {
          for (const answer of answers) answer();
          return;
        }
        version = kept?.version ?? null;
        from = startFrom(kept);
        continue;
      }
      const next = { ...ledger, turn: before.turn + 1 };
      const put = await shelf.replace(version, textOf(next));
      if ('done' in put) {
        seen = { version: put.done, ledger: next };
        for (const answer of answers) answer();
        return;
      }
      version = put.now?.version ?? null;
      from = startFrom(put.now);
    }
    throw new Error('others change the budget all the time');
  };

  const work = async (): Promise<void> => {
    isWriting = true;
    // Whoever comes at the same moment goes along.
    await Promise.resolve();
    while (queue.length > 0) {
      const batch = queue.splice(0);
      const paying = owed;
      owed = [];
      try {
        await write(batch, paying);
      } catch (error) {
        owed = [...paying, ...owed].slice(-mostOwed);
        for (const { failed } of batch) failed(error);
      }
    }
    isWriting = false;
  };

  const change = <Told>(wanted: Change<Told>): Promise<Told> =>
    new Promise((resolve, reject) => {
      queue.push({
        apply: (ledger) => {
          const { ledger: next, told } = wanted(ledger);
          return { ledger: next, told: () => resolve(told) };
        },
        failed: reject,
      });
      if (!isWriting) void work();
    });

  return {
    change,
    owe: async (wanted) => {
      owed.push(wanted);
      // What is owed goes along with any change, also one that changes nothing itself.
      await change((ledger) => ({ ledger, told: undefined })).catch(() => undefined);
    },
  };
};
