// Finds out what became of reservations of which no answer told: by the names of what they were to make.
import type { Lookout } from '../consequences/look.ts';
import { type Held, type Ledger, withoutHeld } from './ledger.ts';
import { type Listed, listed } from './listed.ts';

/** After so long a call has certainly ended: what is still open belongs to a process that is gone, or got no answer. */
export const openFor = 15 * 60_000;

/** What could not be found out by then is not counted any more. */
export const doubtFor = 24 * 60 * 60_000;

/** Clocks differ: things are not older than the call that made them by more than this. */
const tolerance = 5 * 60_000;

/** What looking has found, to be written into the ledger as it stands then. */
export type Findings = (ledger: Ledger) => Ledger;

/** The things that one reservation has made, among those that a list shows. */
const madeBy = (held: Held, { elements }: Listed, counted: ReadonlySet<string>) => {
  const { trace, at } = held;
  if (!trace) return [];
  const left = [...trace.names];
  return elements.flatMap(({ ids: [id = ''], name, created }) => {
    const index = name === undefined ? -1 : left.indexOf(name);
    const thing = `${trace.within}/${id}`;
    if (index < 0 || counted.has(thing) || created < at - tolerance) return [];
    left.splice(index, 1);
    return [thing];
  });
};

/** Whether it stands in the ledger as it stood when looking began: otherwise somebody knows more by now. */
const isUnchanged = ({ held }: Ledger, { id, state, thing }: Held): boolean =>
  held.some((one) => one.id === id && one.state === state && one.thing === thing);

/** It is known now what a reservation has made; of several things, those that are not there are not paid for. */
const identified =
  (held: Held, things: readonly string[]): Findings =>
  (ledger) => {
    const names = Math.max(things.length, held.trace?.names.length ?? 1);
    const each = Math.ceil(held.cents / names);
    const parts = things.map(
      (thing, index): Held => ({
        ...held,
        id: things.length > 1 ? `${held.id}.${index}` : held.id,
        cents: each,
        makes: 0,
        state: 'made',
        thing,
      }),
    );
    return isUnchanged(ledger, held)
      ? { ...ledger, held: [...ledger.held.filter(({ id }) => id !== held.id), ...parts] }
      : ledger;
  };

/** What became of reservations of which nobody told what they made. */
export const traced = async (
  ledger: Ledger,
  unknown: readonly Held[],
  now: number,
  looking: Lookout,
): Promise<readonly Findings[]> => {
  const counted = new Set(ledger.held.flatMap(({ thing }) => thing ?? []));
  const lists = new Map<string, Promise<Listed>>();
  return Promise.all(
    unknown.map(async (held): Promise<Findings> => {
      const { trace, at, id, state } = held;
      const age = now - at;
      const within = trace !== null && trace.names.length > 0 ? trace.within : undefined;
      const list =
        within === undefined ? undefined : (lists.get(within) ?? listed(within, looking));
      if (within !== undefined && list) lists.set(within, list);
      const seen = await list;
      const things = seen ? madeBy(held, seen, counted) : [];
      for (const thing of things) counted.add(thing);
      if (things.length > 0) return identified(held, things);
      // A snapshot is listed when it is complete, which takes its time.
      const patience = state === 'open' && seen?.isWhole ? openFor : doubtFor;
      return age > patience && (state === 'open' || seen?.isWhole)
        ? (then) => (isUnchanged(then, held) ? withoutHeld(then, id) : then)
        : (then) => then;
    }),
  );
};
