// Makes one check of what would have a call refused: reads, finds the row, and looks for signs.
import type { Beside, Check, Columns, Ground } from '../../../scope-map/endpoint/refusals.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import { shown } from '../blast/words.ts';
import type { Looked, Lookout } from '../look.ts';
import { argumentsFor, readAs } from '../reading.ts';
import { nothingAgainst, type Told } from './foreseen.ts';
import { isSame, isShown } from './signs.ts';

/** The words of a ground, with what the call says. */
const said = (words: string, call: Arguments): string =>
  words.replaceAll(/\{([\w.]+)\}/g, (_, place: string) => shown(valueAt(call, place) ?? ''));

const equals = (row: unknown, columns: Columns, call: Arguments): boolean =>
  Object.entries(columns).every(([named, place]) => {
    const wanted = typeof place === 'string' ? valuesAt(call, place).flat() : [place.is];
    const values = named.split('|').flatMap((column) => valuesAt(row, column).flat());
    return wanted.some((one) => values.some((value) => isSame(value, one)));
  });

/** The thing that the checked one is compared with; undefined where it was not seen. */
const besideOf = async ({ read, at, where }: Beside, call: Arguments, looking: Lookout) => {
  const seen = await readAs(read, call, looking);
  if (seen.kind !== 'seen') return undefined;
  const found = valuesAt(seen.body, at).flat();
  return where ? found.find((one) => equals(one, where, call)) : found[0];
};

/** A place in a reply, a part of which the call names: `options.{engine}.layouts`. */
const along = (place: string, call: Arguments): string =>
  place.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
    const value = String(valueAt(call, name) ?? '');
    return /^\w+$/.test(value) ? value : 'nowhere';
  });

/** The row that a check is about; null where there is none; undefined where there may be one that was not read. */
const rowFor = (
  { among }: Check,
  looked: Extract<Looked, { kind: 'seen' }>,
  call: Arguments,
): unknown => {
  if (!among) return looked.body;
  const { list, where, except } = among;
  const lists = valuesAt(looked.body, along(list, call)).filter(Array.isArray);
  // What does not look like the list tells neither that the row is there nor that it is not.
  if (lists.length === 0) return undefined;
  const row = lists
    .flat()
    .find((one) => equals(one, where, call) && !(except && equals(one, except, call)));
  return row ?? (looked.isWhole ? null : undefined);
};

/** Statuses with which DigitalOcean says that what it was given cannot be. */
const refusing: ReadonlySet<number> = new Set([400, 409, 422]);

/** Whether the ground stands; undefined where that is not known. */
const stands = ({ sign }: Ground, looked: Looked, row: unknown, call: Arguments) => {
  if (looked.kind === 'gone') return sign === 'gone';
  if (sign === 'refused' && looked.kind === 'unread' && looked.status !== undefined)
    return refusing.has(looked.status) ? true : undefined;
  if (looked.kind !== 'seen') return undefined;
  if (sign === 'gone' || sign === 'refused') return false;
  if (sign === 'there') return true;
  if (row === undefined) return undefined;
  if (sign === 'missing') return row === null;
  if (sign === 'found') return row !== null;
  return row === null ? false : isShown({ ...sign, at: along(sign.at, call) }, row, call);
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

/** Whether a ground stands on what a reply shows, not on what it does not. */
const showsSomething = ({ sign }: Ground): boolean =>
  typeof sign === 'string'
    ? sign !== 'missing'
    : 'filled' in sign || 'is' in sign || 'has' in sign || 'most' in sign;

const hiddenFrom = (lacking: readonly string[]): string =>
  `it is only shown to a token with ${lacking.join(', ')}`;

const made = async (check: Check, call: Arguments, looking: Lookout): Promise<Told> => {
  // A call that does not name it need not fear for it.
  if (!argumentsFor(check.read, call)) return nothingAgainst;
  const lacking = check.hidden ? await looking.lacks(check.hidden) : [];
  const [looked, ...others] = await Promise.all([
    readAs(check.read, call, looking),
    ...Object.entries(check.beside ?? {}).map(
      async ([name, beside]) => [name, await besideOf(beside, call, looking)] as const,
    ),
  ]);
  const whole = { ...call, ...Object.fromEntries(others) };
  const row = looked.kind === 'seen' ? rowFor(check, looked, whole) : undefined;
  const refuses: string[] = [];
  const unknown: string[] = [];
  for (const ground of check.grounds) {
    if (ground.when && !isTrueOf(ground.when, whole)) continue;
    const shown = stands(ground, looked, row, whole);
    // What is shown is there; what is not shown may only be hidden.
    const isHidden = lacking.length > 0 && !(shown && showsSomething(ground));
    const stand = isHidden && looked.kind === 'seen' ? undefined : shown;
    const words = said(ground.says, whole);
    // What may be a reason is said as what is not known.
    if (stand === undefined)
      unknown.push(
        `${ground.perhaps ? '' : 'whether '}${words} (${isHidden ? hiddenFrom(lacking) : unseen(looked)})`,
      );
    else if (stand) (ground.perhaps ? unknown : refuses).push(words);
  }
  return { refuses, unknown };
};

/** What a check tells about a call. Never throws. */
export const checked = async (
  check: Check,
  given: Arguments,
  looking: Lookout,
): Promise<readonly Told[]> => {
  if (check.when && !isTrueOf(check.when, given)) return [nothingAgainst];
  if (check.each === undefined) return [await made(check, given, looking)];
  const each = valuesAt(given, check.each).flat();
  return Promise.all(each.map((it) => made(check, { ...given, it }, looking)));
};
