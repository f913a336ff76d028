// Makes one check of what would have a call refused: reads, finds the row, and looks for signs.
import type { Check, Ground } from '../../../scope-map/endpoint/refusals.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import { shown } from '../blast/words.ts';
import type { Looked, Looking } from '../look.ts';
import { argumentsFor, readAs } from '../reading.ts';
import { nothingAgainst, type Told } from './foreseen.ts';
import { isSame, isShown } from './signs.ts';

/** The words of a ground, with what the call says. */
const said = (words: string, call: Arguments): string =>
  words.replaceAll(/\{([\w.]+)\}/g, (_, place: string) => shown(valueAt(call, place) ?? ''));

const equals = (row: unknown, columns: Readonly<Record<string, string>>, call: Arguments) =>
  Object.entries(columns).every(([column, place]) => {
    const wanted = valuesAt(call, place).flat();
    const values = valuesAt(row, column).flat();
    return wanted.some((one) => values.some((value) => isSame(value, one)));
  });

/** The row that a check is about; null where there is none; undefined where there may be one that was not read. */
const rowFor = (
  { among }: Check,
  looked: Extract<Looked, { kind: 'seen' }>,
  call: Arguments,
): unknown => {
  if (!among) return looked.body;
  const { list, where, except } = among;
  const row = valuesAt(looked.body, list)
    .flat()
    .find((one) => equals(one, where, call) && !(except && equals(one, except, call)));
  return row ?? (looked.isWhole ? null : undefined);
};

/** Whether the ground stands; undefined where that is not known. */
const stands = ({ sign }: Ground, looked: Looked, row: unknown, call: Arguments) => {
  if (looked.kind === 'gone') return sign === 'gone';
  if (looked.kind !== 'seen') return undefined;
  if (sign === 'gone') return false;
  if (sign === 'there') return true;
  if (row === undefined) return undefined;
  if (sign === 'missing') return row === null;
  if (sign === 'found') return row !== null;
  return row === null ? false : isShown(sign, row, call);
};

const unseen = (looked: Looked): string => {
  switch (looked.kind) {
    case 'seen':
      return 'the answer did not tell';
    case 'gone':
      return 'there is no such thing';
    default:
      return looked.reason;
  }
};

const made = async (check: Check, call: Arguments, looking: Looking): Promise<Told> => {
  // A call that does not name it need not fear for it.
  if (!argumentsFor(check.read, call)) return nothingAgainst;
  const [looked, ...others] = await Promise.all([
    readAs(check.read, call, looking),
    ...Object.entries(check.beside ?? {}).map(async ([name, { read, at }]) => {
      const seen = await readAs(read, call, looking);
      return [name, seen.kind === 'seen' ? valueAt(seen.body, at) : undefined] as const;
    }),
  ]);
  const whole = { ...call, ...Object.fromEntries(others) };
  const row = looked.kind === 'seen' ? rowFor(check, looked, whole) : undefined;
  const refuses: string[] = [];
  const unknown: string[] = [];
  for (const ground of check.grounds) {
    if (ground.when && !isTrueOf(ground.when, whole)) continue;
    const stand = stands(ground, looked, row, whole);
    const words = said(ground.says, whole);
    if (stand === undefined) unknown.push(`whether ${words} (${unseen(looked)})`);
    else if (stand) (ground.perhaps ? unknown : refuses).push(words);
  }
  return { refuses, unknown };
};

/** What a check tells about a call. Never throws. */
export const checked = async (
  check: Check,
  given: Arguments,
  looking: Looking,
): Promise<readonly Told[]> => {
  if (check.when && !isTrueOf(check.when, given)) return [nothingAgainst];
  if (check.each === undefined) return [await made(check, given, looking)];
  const each = valuesAt(given, check.each).flat();
  return Promise.all(each.map((it) => made(check, { ...given, it }, looking)));
};
