// What a call works on: read, named, and described so that a person knows which one it is.
import type { Detail, Thing } from '../../../scope-map/endpoint/harm.ts';
import type { Lookout } from '../look.ts';
import { belonging, isPlain, type Knowledge, valuesIn } from './values.ts';
import { see } from './views.ts';
import { age, counted, shown, size } from './words.ts';

/** The things that a call works on. */
export interface Things {
  readonly items: readonly unknown[];
  /** Why they are not, or not all, known; undefined where they are. */
  readonly unread: string | undefined;
  /** There is no such thing. */
  readonly isGone: boolean;
}

/** Reads what a call works on. */
export const readThings = async (
  looking: Lookout,
  thing: Thing | undefined,
  knowledge: Knowledge,
): Promise<Things> => {
  if (!thing) return { items: [], unread: undefined, isGone: false };
  const { items, missing, isGone } = await see(looking, thing.look, knowledge);
  const { at, belongs } = thing;
  const within = at === undefined ? items : items.flatMap((item) => valuesIn(item, at));
  const those = belonging(within, belongs, knowledge);
  return {
    items: those,
    unread: missing.length > 0 ? missing.join('; ') : undefined,
    isGone: isGone || (missing.length === 0 && those.length === 0),
  };
};

const bytesIn = { GiB: 2 ** 30, MiB: 2 ** 20, bytes: 1 } as const;

const textOf = ({ at, as, says }: Detail, thing: unknown, now: number): string | undefined => {
  const values = valuesIn(thing, at);
  const [first] = values;
  if (as === 'count') return values.length === 0 ? undefined : counted(values.length, says ?? '');
  if (first === undefined) return undefined;
  if (as === 'age') return age(first, now);
  if (as !== undefined) return Number(first) > 0 ? size(Number(first) * bytesIn[as]) : undefined;
  const text = values.filter(isPlain).slice(0, 3).map(shown).join(', ');
  return text === '' ? undefined : (says ?? '{}').replace('{}', () => text);
};

/** What tells a thing apart, for its brackets: "203.0.113.7", "in nyc3", "2 years old". */
export const detailsOf = (
  details: readonly Detail[] | undefined,
  thing: unknown,
  now: number,
): readonly string[] =>
  (details ?? []).map((detail) => textOf(detail, thing, now)).filter((text) => text !== undefined);
