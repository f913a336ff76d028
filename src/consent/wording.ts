// What a person reads before answering: who wants what, what it would harm, what it costs, what is not known.
import { shortened } from '../../tools/cut-text.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { HangingThing } from '../consequences/blast-radius.ts';
import type { Price } from '../consequences/price.ts';
import { cleanLine } from '../terminal/clean.ts';
import type { Stakes } from './covers.ts';

/** What the wording is made of. */
export interface Told extends Stakes {
  readonly agent: string;
  readonly tool: string;
  readonly request: ApiRequest;
  /** Why a person is asked, in words without a full stop. */
  readonly why: string;
}

/** Lines about what hangs on a thing, and names in each: more would not be read. */
const mostLines = 12;
const mostNames = 5;
const longestLine = 300;

const fates: Readonly<Record<HangingThing['fate'], string>> = {
  destroyed: 'gone with it',
  loses: 'loses it',
  stays: 'stays',
  keeps_costing: 'stays and goes on costing',
};

const lineOf = ({ kind, names, count, fate, note }: HangingThing): string => {
  const number = count === null ? 'more than were counted' : String(count);
  const named = names.slice(0, mostNames).map((name) => shortened(cleanLine(name), 60));
  const more = count === null || count > named.length ? ', …' : '';
  return `- ${kind}: ${number}, ${fates[fate]}${named.length > 0 ? ` (${named.join(', ')}${more})` : ''}${note === undefined ? '' : `; ${cleanLine(note)}`}`;
};

const dollars = (sum: number): string => `$${sum.toFixed(2).replace(/\.00$/, '')}`;

const priceLines = ({ monthlyUsd, of, notPriced }: Price): readonly string[] => [
  ...(monthlyUsd === null
    ? []
    : [`Costs about ${dollars(monthlyUsd)} a month${of.length > 0 ? `: ${of.join(', ')}` : ''}.`]),
  ...(notPriced.length > 0 ? [`Costs more that is not known here: ${notPriced.join('; ')}.`] : []),
];

const harmLines = ({ harm }: Stakes): readonly string[] => {
  if (!harm) return [];
  const shown = harm.hanging.slice(0, mostLines);
  return [
    ...shown.map(lineOf),
    ...(shown.length < harm.hanging.length
      ? [`- and ${harm.hanging.length - shown.length} kinds of things more`]
      : []),
    ...(harm.unknown.length > 0 ? [`Not found out: ${harm.unknown.join('; ')}.`] : []),
  ];
};

/** The request in one line: what a person could look up. */
const requestLine = ({ method, path, query }: ApiRequest): string => {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return `Request: ${method} ${path}${search === '' ? '' : `?${search}`}`;
};

/** The text of a question: a sentence, and short lines. Nothing in it can break a line or a terminal. */
export const wordingOf = (told: Told): string =>
  [
    `${told.agent} wants to call ${told.tool}.`,
    `${told.harm?.sentence ?? told.why}.`,
    ...harmLines(told),
    ...(told.price ? priceLines(told.price) : []),
    requestLine(told.request),
  ]
    .map((line) => shortened(cleanLine(line), longestLine))
    .join('\n');
