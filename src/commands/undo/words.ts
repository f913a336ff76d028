// Changes and their way back in words for a person: what was done, how it stands now, what would be done.
import { shortened } from '../../../tools/cut-text.ts';
import { recordable } from '../../../tools/request/recordable.ts';
import { cleanLine } from '../../terminal/clean.ts';
import type { Kept } from '../../undo/kept.ts';
import type { Seen } from '../../undo/plan.ts';
import { type Done, differences, type Survey, type Tried } from '../../undo/put-back.ts';

const longestValue = 160;
/** Calls that are told one by one. */
const mostTold = 10;

const valueInWords = (value: unknown): string =>
  value === undefined || value === null
    ? 'nothing'
    : shortened(cleanLine(typeof value === 'string' ? value : JSON.stringify(value)), longestValue);

const when = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** A call with its arguments, without what is secret in them. */
const callInWords = ({ tool, given }: Tried): string => {
  const parts = Object.entries(recordable(tool.endpoint, given)).map(
    ([name, value]) => `${name} ${valueInWords(value)}`,
  );
  return `  ${tool.name}: ${parts.join('; ')}`;
};

const placesOf = (seen: Seen): readonly string[] => Object.keys(seen ?? {});

/** Place by place how it was before, and how it is now; only where that is not the same. */
const besideEachOther = (before: Seen, now: Seen): readonly string[] => {
  if (now === null && before === null) return ['Now: it is not there, as before.'];
  if (now === null) return ['Now: it is not there.'];
  if (before === null)
    return ['Now:', ...placesOf(now).map((place) => `  ${place}: ${valueInWords(now[place])}`)];
  const places = differences(now, before);
  if (places.length === 0) return ['Now: it stands as before the change.'];
  return [
    'Now, and as it was before:',
    ...places.map(
      (place) => `  ${place}: ${valueInWords(now[place])}, was ${valueInWords(before[place])}`,
    ),
  ];
};

const changedInWords = ({ after }: Kept, { now, changedSince }: Survey): readonly string[] => {
  if (changedSince === 'no' || now.kind !== 'seen') return [];
  if (changedSince === 'unknown')
    return [
      'How it stood right after the change is not known: somebody may have changed it since.',
    ];
  const places = differences(now.seen, after ?? null);
  return [
    'Somebody has changed it since, and that goes too:',
    ...places.map(
      (place) =>
        `  ${place}: ${valueInWords(now.seen?.[place])}, was ${valueInWords(after?.[place])} after the change`,
    ),
  ];
};

const consequences = ({ answer, allowed, because }: Tried): readonly string[] => {
  const { blast_radius: harm, price } = answer;
  const sentence = (harm as { readonly sentence?: unknown } | undefined)?.sentence;
  const monthly = (price as { readonly monthly_usd?: unknown } | undefined)?.monthly_usd;
  return [
    ...(typeof sentence === 'string' ? [`    ${cleanLine(sentence)}.`] : []),
    ...(typeof monthly === 'number' ? [`    Costs about $${monthly} a month.`] : []),
    ...(allowed ? [] : ['    It is not let through:']),
    ...because.map((one) => `    ${cleanLine(one)}`),
  ];
};

/** The change that an id stands for. */
export const changeInWords = ({ id, tool, request, at, agent, stands }: Kept): string =>
  [
    `${id}: ${tool} by ${cleanLine(agent)}, ${when(at)}`,
    `  ${request}`,
    ...(stands === 'sent'
      ? ['  Its answer never came: nobody knows whether the change was made.']
      : []),
  ].join('\n');

/** Everything that a person is shown before a change is put back. */
export const surveyInWords = (kept: Kept, survey: Survey): string => {
  const { now, calls } = survey;
  const more = kept.calls.length - (kept.progress ?? 0) - calls.length;
  return [
    changeInWords(kept),
    ...(now.kind === 'seen'
      ? besideEachOther(kept.before, now.seen)
      : [`How it stands now could not be read: ${now.reason}.`]),
    ...changedInWords(kept, survey),
    'This puts it back:',
    ...calls.slice(0, mostTold).flatMap((call) => [callInWords(call), ...consequences(call)]),
    ...(more > 0 ? [`  and ${more} more calls of this kind`] : []),
    ...(kept.differs === null ? [] : [`It will not be as before: ${kept.differs}.`]),
  ].join('\n');
};

/** What became of a call that failed. */
export const failureInWords = ({ tool, answer }: Done): string => {
  const error = answer['error'] as
    | { readonly message?: unknown; readonly next?: unknown }
    | undefined;
  const next = typeof error?.next === 'string' ? ` ${error.next}` : '';
  return `${tool} was not done: ${cleanLine(`${String(error?.message ?? 'for an unknown reason')}${next}`)}`;
};

/** A line of the list. */
export const rowOf = ({ id, at, tool, request, agent, stands }: Kept): readonly string[] => [
  id,
  when(at),
  stands === 'undone' ? 'undone' : stands === 'sent' ? 'not known' : 'can be',
  tool,
  agent,
  request,
];
