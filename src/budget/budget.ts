// A budget as the road of calls uses it: reserved before something is sent, kept, given back.
import type { Lookout } from '../consequences/look.ts';
import type { Spending } from '../guard/spending.ts';
import type { Clock } from '../ports.ts';
import type { Book } from './book.ts';
import {
  type Asker,
  canTell,
  doubted,
  ended,
  holds,
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
import { endsWithItself, isPaidOnce } from './touched.ts';

/** Who spends, and with which credential. */
export interface Spender {
  readonly spending: Spending;
  /** Names the credential. */
  readonly account: string;
}

/** What a call would add, and to what. */
export interface Addition extends Wish {
  /** The thing that it raises; null where it makes one. */
  readonly thing: string | null;
}

/** What adds nothing: for whoever only asks what is left. */
export const nothing: Addition = { cents: 0, makes: 0, thing: null };

/** A call that is about to be sent. */
export interface Intention extends Addition {
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
  fit(spending: Spending, addition: Addition): Promise<Fit>;
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

/** What is paid for already is not paid twice. */
const wishIn = (ledger: Ledger, { thing, cents, makes }: Addition): Wish => ({
  cents: thing !== null && isPaidOnce(thing) && holds(ledger, thing) ? 0 : cents,
  makes,
});

const askerOf = ({ spending, account }: Spender): Asker => ({ purse: spending.purse, account });

/** @returns a budget over a book. */
export const createBudget = ({ book, clock, newName }: BudgetOptions): Budget => {
  const fitOf = (ledger: Ledger, spending: Spending, wish: Wish): Fit => ({
    left: whatIsLeft(ledger, spending, clock.now()),
    short: shortfall(ledger, spending, wish, clock.now()),
  });

  /** When things of a credential were looked at last. */
  const looked = new Map<string, number>();

  return {
    fit: (spending, addition) =>
      book.change((ledger) => ({
        ledger,
        told: fitOf(ledger, spending, wishIn(ledger, addition)),
      })),

    reserve: async ({ spending, account }, intention) => {
      const { thing, trace } = intention;
      const name = newName();
      try {
        return await book.change((ledger) => {
          const wish = wishIn(ledger, intention);
          const fit = fitOf(ledger, spending, wish);
          if (fit.short) return { ledger, told: { ...fit, name } };
          const held = { ...wish, id: name, account, at: clock.now(), thing, trace };
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

    missing: (spender, thing) =>
      book.owe((ledger) => {
        const isOver = ledger.held.some(
          (held) =>
            held.thing !== null &&
            isWithin(held.thing, thing) &&
            canTell(held, askerOf(spender)) &&
            endsWithItself(held) &&
            (held.state === 'doubted' || clock.now() - held.at > youngFor),
        );
        return isOver ? ended(ledger, [thing]) : ledger;
      }),

    doubt: (spender) =>
      book.owe((ledger) => doubted(ledger, (held) => canTell(held, askerOf(spender)))),

    lookAgain: async (spender, looking) => {
      const { account } = spender;
      const ledger = await book.change((now) => ({ ledger: now, told: now }));
      const own = ledger.held.filter((held) => canTell(held, askerOf(spender)));
      const rests = clock.now() - (looked.get(account) ?? Number.NEGATIVE_INFINITY) < restBetween;
      if (own.length === 0 || (rests && own.every(({ state }) => state !== 'doubted')))
        return false;
      if (looked.size > mostAccounts) looked.clear();
      looked.set(account, clock.now());
      const findings = await lookAgain(ledger, askerOf(spender), clock.now(), looking);
      return book.change((now) => {
        const next = findings(now);
        return { ledger: next, told: next.held.length !== now.held.length };
      });
    },
  };
};
