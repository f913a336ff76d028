// Which calls put a change back: the way that holds for it, and the arguments of each call.
import type { InverseCall, Undo, Way } from '../../scope-map/endpoint/undo.ts';
import type { OperationId } from '../../scope-map/operation-id.ts';
import { valuesAt } from '../../tools/places.ts';
import { isFilled, isTrueOf } from '../../tools/request/when.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import { argumentsFrom, at, chooses, type Known } from './values.ts';

/** A call that puts something back, ready to be made. */
export interface Planned {
  readonly operation: OperationId;
  readonly given: Arguments;
}

/** How a change is put back, or why it is not; in words without a full stop. */
export type Plan =
  | { readonly calls: readonly Planned[]; readonly differs: string | null }
  | { readonly cannot: string };

/** Calls that one undo may take. */
export const mostCalls = 100;

const holdsOfCall = ({ when }: Way, given: Arguments): boolean =>
  [when ?? []].flat().every((one) => isTrueOf(one, given));

const holdsOfState = ({ stood }: Way, state: unknown): boolean => {
  if (!stood) return true;
  const values = valuesAt(state, stood.at).filter(isFilled);
  if (stood.is) return values.some((value) => stood.is?.some((one) => one === value));
  return values.length > 0 === (stood.filled ?? true);
};

/** What is known of the way back before anything is read; the former state may close it still. */
export const wayAhead = ({ ways }: Undo, given: Arguments): Way | undefined =>
  ways.find((way) => holdsOfCall(way, given));

const elementsFor = ({ each, unless = {} }: InverseCall, known: Known): readonly unknown[] => {
  if (!each) return [known.state];
  const place = 'former' in each ? each.former : each.reply;
  const list = at('former' in each ? known.state : known.reply, place);
  if (!Array.isArray(list)) return [];
  return list.filter((element) =>
    Object.entries(unless).every(
      ([field, values]) => !values.some((one) => one === at(element, field)),
    ),
  );
};

const callsOf = (call: InverseCall, known: Known): readonly Planned[] => {
  const isOfReply = call.each !== undefined && 'reply' in call.each;
  return elementsFor(call, known).flatMap((element) => {
    const around = isOfReply ? { ...known, reply: element } : { ...known, state: element };
    const given = argumentsFrom(call.given, around);
    const nothingToDo = Object.entries(call.given).some(([name, from]) => {
      const value = given[name];
      return chooses(from) && Array.isArray(value) && value.length === 0;
    });
    return nothingToDo ? [] : [{ operation: call.operation, given }];
  });
};

/**
 * The way back of a change that was made, or is about to be.
 * @param known without a reply where there is none yet.
 */
export const planOf = (undo: Undo, known: Known): Plan => {
  const way = undo.ways.find(
    (one) => holdsOfCall(one, known.given) && holdsOfState(one, known.state),
  );
  if (!way) return { cannot: 'what stood there before is not of a kind that can be put back' };
  if ('cannot' in way) return way;
  const calls = way.calls.flatMap((call) => callsOf(call, known));
  if (calls.length === 0) return { cannot: 'it changed nothing that could be put back' };
  if (calls.length > mostCalls)
    return { cannot: `putting it back takes more than ${mostCalls} calls` };
  return { calls, differs: way.differs ?? null };
};

const placesIn = (call: InverseCall): readonly string[] =>
  Object.values(call.given).flatMap((from) => {
    const prefix = call.each && 'former' in call.each ? `${call.each.former}.` : '';
    if ('former' in from) return [prefix + from.former];
    if ('among' in from) return [prefix + from.among];
    if ('lacking' in from) return [prefix + from.lacking];
    return [];
  });

/** What of a state is compared. */
export const watchesOf = ({ watches, ways }: Undo): readonly string[] =>
  watches ?? [
    ...new Set(ways.flatMap((way) => ('calls' in way ? way.calls.flatMap(placesIn) : []))),
  ];

/** What of a state is compared, place by place; null stands for what is not there. */
export type Seen = Readonly<Record<string, unknown>> | null;

/** What stands at the places that are compared. */
export const seenOf = (state: unknown, places: readonly string[]): Seen =>
  state === undefined
    ? null
    : Object.fromEntries(
        places.map((place) => {
          const values = valuesAt(state, place);
          return [place, place.includes('.') && values.length !== 1 ? values : (values[0] ?? null)];
        }),
      );
