// Puts an entry and its facts together.
import type { Requirement } from '../endpoint/condition.ts';
import type { Effect, Method } from '../endpoint/effect.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { OperationFacts } from '../endpoint/facts.ts';
import type { Passing } from '../endpoint/passing.ts';
import type { OperationId } from '../operation-id.ts';
import { busyRefusals } from '../passing.ts';
import { areaOf, type Shelf } from '../shelves.ts';
import type { AreaMap } from './area-map.ts';

const effectOfMethod: Readonly<Partial<Record<Method, Effect>>> = {
  GET: 'read',
  DELETE: 'destroy',
};

/** A change may meet something that is busy; its own refusals come first, because they know how long to wait. */
const passingOf = (own: readonly Passing[] = [], effect: Effect): Pick<Endpoint, 'passing'> => {
  const passing = effect === 'read' ? own : [...own, ...busyRefusals];
  return passing.length > 0 ? { passing } : {};
};

/**
 * The endpoints of a shelf, in the order of its entries.
 * @throws {Error} for an entry that has no facts yet, or no effect where the method does not tell it.
 */
export const completeShelf = (shelf: Shelf, map: AreaMap): readonly Endpoint[] =>
  Object.entries(map.entries).map(([id, entry]) => {
    const facts = map.facts[id] as OperationFacts | undefined;
    if (!facts) throw new Error(`${id} has no facts: run npm run catalogue -- --write`);
    const effect = entry.effect ?? effectOfMethod[facts.method];
    if (!effect)
      throw new Error(`${id}: a ${facts.method} does not tell its effect; the entry must`);
    return {
      ...entry,
      id: id as OperationId,
      area: areaOf(shelf),
      shelf,
      method: facts.method,
      path: facts.path,
      // That these are scopes and at least one alternative is tested over the whole map.
      requires: facts.scopes as unknown as Requirement,
      effect,
      ...passingOf(entry.passing, effect),
      words: map.words,
      facts,
    };
  });
