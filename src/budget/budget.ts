// A budget as the road of calls uses it: reserved before something is sent, kept, given back.
import type { Lookout } from '../consequences/look.ts';
import type { Spending } from '../guard/spending.ts';
import type { Clock } from '../ports.ts';
import type { Book } from './book.ts';
import {
  doubted,
  ended,
  isWithin,
  type Ledger,
  lowered,
  settled,
  type Trace,
  withHeld,
  withoutHeld,
} from './ledger.ts';
import { type Left, type Shortfall, shortfall, type Wish, whatIsLeft } from './left.ts';
import { lookAgain, youngFor } from './look-again.ts';
import { endsWithItself } from './touched.ts';

/** Who spends, and with which credential. */
export interface Spender {
  readonly spending: Spending;
  /** Names the credential. */
  readonly account: string;
}

/** A call that is about to be sent. */
export interface Intention extends Wish {
  /** The thing that it raises; null where it makes one. */
  readonly thing: string | null;
  /** Where what it makes will be found; null where it makes nothing. */
  readonly trace: Trace | null;
}

/** How a budget stands to a call. */
export interface Fit {
  readonly left: readonly Left[];
  /** Undefined when it fits. */
  readonly short: Shortfall | undefined;
}

/** Counts what is spent. Whatever it answers may be refused by its store: then it throws. */
export interface Budget {
  /** What is left, and whether a call would fit; nothing is reserved. */
  fit(spending: Spending, wish: Wish): Promise<Fit>;
  /** Reserves what a call needs, where it fits: under the name that is answered. */
  reserve(spender: Spender, intention: Intention): Promise<Fit & { readonly name: string }>;
  /** Nothing of it was done. Never throws. */
  giveBack(name: string): Promise<void>;
  /** It was done, to these things; none where they are not known. Never throws. */
  settle(name: string, things: readonly string[]): Promise<void>;
  /** A thing costs so many cents less. Never throws. */
  lower(spender: Spender, thing: string, cents: number): Promise<void>;
  /** A thing exists no more. Never throws. */
  end(thing: string): Promise<void>;
  /** There is no such thing, says DigitalOcean to this credential. Never throws. */
  missing(spender: Spender, thing: string): Promise<void>;
  /** Something was done that may have ended things of this credential. Never throws. */
  doubt(spender: Spender): Promise<void>;
  /** Finds out what of a credential's things is still there; true when that has changed anything. */
  lookAgain(spender: Spender, looking: Lookout): Promise<boolean>;
}

/** What a budget stands on. */
export interface BudgetOptions {
  readonly book: Book;
  readonly clock: Pick<Clock, 'now'>;
  readonly newName: () => string;
}

/** Whoever tries what does not fit again and again costs no reads in between, in milliseconds. */
const restBetween = 5_000;

/** Credentials of which is remembered when they were looked at. */
const mostAccounts = 2_000;

/** @returns a budget over a book. */
export const createBudget = ({ book, clock, newName }: BudgetOptions): Budget => {
  const fitOf = (ledger: Ledger, spending: Spending, wish: Wish): Fit => ({
    left: whatIsLeft(ledger, spending, clock.now()),
    short: shortfall(ledger, spending, wish, clock.now()),
  });

  /** When things of a credential were looked at last. */
  const looked = new Map<string, number>();

  return {
    fit: (spending, wish) =>
      book.change((ledger) => ({ ledger, told: fitOf(ledger, spending, wish) })),

    reserve: async ({ spending, account }, { thing, trace, cents, makes }) => {
      const name = newName();
      try {
        return await book.change((ledger) => {
          const fit = fitOf(ledger, spending, { cents, makes });
          if (fit.short) return { ledger, told: { ...fit, name } };
          const held = { id: name, account, at: clock.now(), cents, makes, thing, trace };
          const next = withHeld(ledger, { ...held, purse: spending.purse, state: 'open' });
          const left = whatIsLeft(next, spending, clock.now());
          return { ledger: next, told: { left, short: undefined, name } };
        });
      } catch (error) {
        // It may have been written although no answer came: nothing will be sent, so it is taken back.
        void book.owe((ledger) => withoutHeld(ledger, name));
        throw error;
      }
    },

    giveBack: (name) => book.owe((ledger) => withoutHeld(ledger, name)),
    settle: (name, things) => book.owe((ledger) => settled(ledger, name, things)),
    end: (thing) => book.owe((ledger) => ended(ledger, [thing])),

    lower: ({ spending }, thing, cents) =>
      // Made once or not at all: lowered twice, it would give back what still costs.
      book
        .change((ledger) => ({
          ledger: lowered(ledger, spending.purse, thing, cents),
          told: undefined,
        }))
        .catch(() => undefined),

    missing: ({ account }, thing) =>
      book.owe((ledger) => {
        const isOver = ledger.held.some(
          (held) =>
            held.thing !== null &&
            isWithin(held.thing, thing) &&
            held.account === account &&
            endsWithItself(held) &&
            (held.state === 'doubted' || clock.now() - held.at > youngFor),
        );
        return isOver ? ended(ledger, [thing]) : ledger;
      }),

    doubt: ({ account }) =>
      book.owe((ledger) => doubted(ledger, (held) => held.account === account)),

    lookAgain: async ({ account }, looking) => {
      const ledger = await book.change((now) => ({ ledger: now, told: now }));
      const own = ledger.held.filter((held) => held.account === account);
      const rests = clock.now() - (looked.get(account) ?? Number.NEGATIVE_INFINITY) < restBetween;
      if (own.length === 0 || (rests && own.every(({ state }) => state !== 'doubted')))
        return false;
      if (looked.size > mostAccounts) looked.clear();
      looked.set(account, clock.now());
      const findings = await lookAgain(ledger, account, clock.now(), looking);
      return book.change((now) => {
        const next = findings(now);
        return { ledger: next, told: next.held.length !== now.held.length };
      });
    },
  };
};
