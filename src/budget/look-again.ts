// Looks whether what a ledger holds is still there, and what became of that of which no answer told.
import { isObject } from '../../tools/json-object.ts';
import type { Lookout } from '../consequences/look.ts';
import { ended, type Held, type Ledger, withoutHeld } from './ledger.ts';
import { listsOf, type Read, readOfThing } from './reads.ts';
import { endsWithItself } from './touched.ts';

/**
 * Right after it was made, DigitalOcean may still answer that there is no such thing: for so long, in milliseconds,
 * that is not believed.
 */
export const youngFor = 60_000;

/** After so long a call has certainly ended: what is still open belongs to a process that is gone, or got no answer. */
export const openFor = 15 * 60_000;

/** What could not be found out by then is not counted any more. */
export const doubtFor = 24 * 60 * 60_000;

/** From so many things of a kind on, a list tells first which of them are there. */
const manyOfAKind = 4;

/** Clocks differ: things are not older than the call that made them by more than this. */
const tolerance = 5 * 60_000;

/** What looking has found, to be written into the ledger as it stands then. */
export type Findings = (ledger: Ledger) => Ledger;

/** What is known of an element of a list. */
interface Element {
  readonly ids: readonly string[];
  readonly name: string | undefined;
  readonly created: number;
}

const elementOf = (item: unknown): Element => {
  const { id, uuid, ip, name, created_at: created } = isObject(item) ? item : {};
  const texts = [id, uuid, ip, name].filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return {
    ids: texts.map((text) => encodeURIComponent(String(text))),
    name: typeof name === 'string' ? name : undefined,
    created: typeof created === 'string' ? Date.parse(created) : Number.NaN,
  };
};

interface Listed {
  readonly elements: readonly Element[];
  readonly isWhole: boolean;
}

const listed = async (within: string, looking: Lookout): Promise<Listed> => {
  const parts = await Promise.all(
    listsOf(within).map(async ({ operation, given }: Read): Promise<Listed> => {
      const seen = await looking.look(operation, given);
      if (seen.kind !== 'seen') return { elements: [], isWhole: false };
      const items = await looking.itemsOf(operation, seen.body);
      return { elements: items.map(elementOf), isWhole: seen.isWhole };
    }),
  );
  return {
    elements: parts.flatMap(({ elements }) => elements),
    isWhole: parts.length > 0 && parts.every(({ isWhole }) => isWhole),
  };
};

const placeOf = (thing: string): string => thing.slice(0, thing.lastIndexOf('/'));
const endOf = (thing: string): string => thing.slice(thing.lastIndexOf('/') + 1);

/** Those of these things that are there no more. */
const goneOf = async (things: readonly string[], looking: Lookout): Promise<readonly string[]> => {
  const [first = ''] = things;
  const there =
    things.length < manyOfAKind
      ? new Set<string>()
      : new Set((await listed(placeOf(first), looking)).elements.flatMap(({ ids }) => ids));
  const missing = things.filter((thing) => !there.has(endOf(thing)));
  const looked = await Promise.all(
    missing.map(async (thing) => {
      const read = readOfThing(thing);
      const seen = read && (await looking.look(read.operation, read.given));
      return seen?.kind === 'gone' ? [thing] : [];
    }),
  );
  return looked.flat();
};

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
    return ledger.held.some(({ id }) => id === held.id)
      ? { ...ledger, held: [...ledger.held.filter(({ id }) => id !== held.id), ...parts] }
      : ledger;
  };

/** What became of reservations of which nobody told what they made. */
const traced = async (
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
        ? (then) => withoutHeld(then, id)
        : (then) => then;
    }),
  );
};

/**
 * Looks at what is held for one credential.
 * @param looking reads with that credential; as far as they go, it is found out.
 */
export const lookAgain = async (
  ledger: Ledger,
  account: string,
  now: number,
  looking: Lookout,
): Promise<Findings> => {
  const own = ledger.held.filter((held) => held.account === account);
  const there = own.filter(
    ({ state, at, thing }) =>
      thing !== null && (state === 'doubted' || (state === 'made' && now - at > youngFor)),
  );
  const unknown = own.filter(
    ({ state, at, thing }) =>
      (state === 'open' && now - at > openFor) || (state !== 'open' && thing === null),
  );
  // What may have ended is looked at first, then what is longest there.
  const sorted = there
    .filter(endsWithItself)
    .toSorted(
      (a, b) => Number(b.state === 'doubted') - Number(a.state === 'doubted') || a.at - b.at,
    );
  const byPlace = new Map<string, Set<string>>();
  for (const { thing } of sorted) {
    if (thing === null) continue;
    const group = byPlace.get(placeOf(thing)) ?? new Set();
    byPlace.set(placeOf(thing), group.add(thing));
  }
  const findings = await traced(ledger, unknown, now, looking);
  const gone = await Promise.all([...byPlace.values()].map((group) => goneOf([...group], looking)));
  return (then) =>
    ended(
      findings.reduce((so, finding) => finding(so), then),
      gone.flat(),
    );
};
