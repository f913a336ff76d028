// The ledger of a budget, whatever happens in whatever order: what is held never passes the bound, and comes to nothing again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsOf,
  doubted,
  emptyLedger,
  ended,
  type Held,
  hour,
  type Ledger,
  lowered,
  madeWithin,
  settled,
  withHeld,
  withoutHeld,
} from '../../src/budget/ledger.ts';
import { ledgerIn, textOf } from '../../src/budget/ledger-text.ts';
import { shortfall, whatIsLeft } from '../../src/budget/left.ts';
import { merged } from '../../src/budget/merged.ts';
import type { Spending } from '../../src/guard/spending.ts';

const held = (id: string, more: Partial<Held> = {}): Held => ({
  id,
  purse: 'agent ci',
  account: 'a',
  at: 0,
  cents: 600,
  makes: 1,
  state: 'open',
  thing: null,
  trace: null,
  ...more,
});

const limits = { maxMonthlyUsd: 50, maxCreatesPerHour: 8 };
const spendingOf = (purse: string): Spending => ({
  purse,
  own: limits,
  all: { maxMonthlyUsd: 70, maxCreatesPerHour: 12 },
});

const purses = ['agent ci', 'agent dev'];

/** What may happen, in numbers that fast-check makes up. */
const happening = fc.record({
  what: fc.constantFrom('reserve', 'settle', 'give_back', 'end', 'lower', 'doubt', 'wait'),
  who: fc.nat({ max: 1 }),
  which: fc.nat({ max: 30 }),
  cents: fc.nat({ max: 2_500 }),
  count: fc.integer({ min: 1, max: 3 }),
});

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** A ledger to which all of it happens; told after each step. */
const live = (
  steps: readonly Happening[],
  after: (ledger: Ledger, now: number) => void,
): Ledger => {
  let ledger = emptyLedger('x');
  let now = 10 * hour;
  for (const [index, { what, who, which, cents, count }] of steps.entries()) {
    const one = ledger.held[which % Math.max(1, ledger.held.length)];
    const purse = purses[who] ?? '';
    if (what === 'reserve') {
      const wish = { cents, makes: count };
      if (!shortfall(ledger, spendingOf(purse), wish, now))
        ledger = withHeld(ledger, held(`r${index}`, { purse, cents, makes: count, at: now }));
    } else if (what === 'wait') now += cents * 1_000;
    else if (one && what === 'settle')
      ledger = settled(
        ledger,
        one.id,
        Array.from({ length: one.makes }, (_, part) => `droplets/${index}-${part}`),
      );
    else if (one && what === 'give_back' && one.state === 'open')
      ledger = withoutHeld(ledger, one.id);
    else if (one?.thing && what === 'end') ledger = ended(ledger, [one.thing]);
    else if (one?.thing && what === 'lower') ledger = lowered(ledger, purse, one.thing, cents);
    else if (what === 'doubt') ledger = doubted(ledger, ({ account }) => account === 'a');
    after(ledger, now);
  }
  return ledger;
};

describe('a ledger', () => {
  it('never holds more than the bounds, of an agent and of all, nor makes more in an hour', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (steps) => {
        live(steps, (ledger, now) => {
          for (const purse of purses) {
            expect(centsOf(ledger, purse)).toBeLessThanOrEqual(5_000);
            expect(madeWithin(ledger, purse, now).length).toBeLessThanOrEqual(8);
          }
          expect(centsOf(ledger, null)).toBeLessThanOrEqual(7_000);
          expect(madeWithin(ledger, null, now).length).toBeLessThanOrEqual(12);
          for (const { cents } of ledger.held) expect(cents).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('holds nothing once everything has ended or was given back', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (steps) => {
        let ledger = live(steps, () => {});
        for (const { id, state } of ledger.held)
          if (state === 'open') ledger = withoutHeld(ledger, id);
        ledger = ended(ledger, ['droplets']);
        expect(ledger.held).toEqual([]);
        expect(whatIsLeft(ledger, spendingOf('agent ci'), 0)[0]?.money?.left).toBe(5_000);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after it was written and read, and merged with itself', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (steps) => {
        const ledger = live(steps, () => {});
        expect(ledgerIn(textOf(ledger))).toEqual(ledger);
        const byId = (one: Ledger) => one.held.toSorted((a, b) => a.id.localeCompare(b.id));
        expect(byId(merged(ledger, ledger))).toEqual(byId(ledger));
      }),
      { numRuns: 100 },
    );
  });

  it('merged with an older one forgets nothing, and believes the one that knows how things ended', () => {
    const open = withHeld(emptyLedger('x'), held('r', { makes: 2, cents: 1_201 }));
    const known = settled(open, 'r', ['droplets/1', 'droplets/2']);
    expect(known.held.map(({ cents }) => cents)).toEqual([601, 600]);
    for (const both of [merged(known, open), merged(open, known)])
      expect(both.held.map(({ thing }) => thing)).toEqual(['droplets/1', 'droplets/2']);
    const other = withHeld(emptyLedger('y'), held('s'));
    expect(centsOf(merged(known, other), null)).toBe(1_801);
  });

  it('gives back a part with the whole, and lowers the whole for a part that is not held by itself', () => {
    const cluster = settled(withHeld(emptyLedger('x'), held('r', { cents: 4_000 })), 'r', [
      'kubernetes/clusters/c',
    ]);
    const pool = settled(withHeld(cluster, held('p', { cents: 600 })), 'p', [
      'kubernetes/clusters/c/node_pools/p',
    ]);
    const smaller = lowered(pool, 'agent ci', 'kubernetes/clusters/c/node_pools/q', 1_000);
    expect(smaller.held.map(({ cents }) => cents)).toEqual([3_000, 600]);
    expect(ended(smaller, ['kubernetes/clusters/c']).held).toEqual([]);
    expect(ended(smaller, ['kubernetes/clusters/c2']).held).toHaveLength(2);
  });
});
