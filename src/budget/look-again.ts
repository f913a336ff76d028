// Looks whether what a ledger holds is still there, and what became of that of which no answer told.
import type { Lookout } from '../consequences/look.ts';
import { type Asker, canTell, ended, type Ledger } from './ledger.ts';
import { listed } from './listed.ts';
import { readOfThing } from './reads.ts';
import { endsWithItself } from './touched.ts';
import { type Findings, openFor, traced } from './traced.ts';

/**
 * Right after it was made, DigitalOcean may still answer that there is no such thing: for so long, in milliseconds,
 * that is not believed.
 */
export const youngFor = 60_000;

/** From so many things of a kind on, a list tells first which of them are there. */
const manyOfAKind = 4;

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

/**
 * Looks at what is held of which somebody can tell whether it exists.
 * @param looking reads with their credential; as far as they go, it is found out.
 */
export const lookAgain = async (
  ledger: Ledger,
  asker: Asker,
  now: number,
  looking: Lookout,
): Promise<Findings> => {
  const own = ledger.held.filter((held) => canTell(held, asker));
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
