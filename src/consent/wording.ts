// What a person reads before answering: who wants what, what it would harm, what it costs, what is not known.
import { shortened } from '../../tools/cut-text.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import { veil } from '../../tools/secrets/veil.ts';
import { inWords } from '../consequences/blast/in-words.ts';
import { saidUsd } from '../consequences/price/money.ts';
import type { Price } from '../consequences/price.ts';
import { cleanLine } from '../terminal/clean.ts';
import type { Stakes } from './covers.ts';

/** What the wording is made of. */
export interface Told extends Stakes {
  readonly agent: string;
  readonly tool: string;
  /** What the tool does, in a few words. */
  readonly title: string;
  readonly request: ApiRequest;
  /** The arguments that the path does not tell, without what is secret. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Why a person is asked, in words without a full stop. */
  readonly why: string;
  /** Whether it can be undone, in a sentence; null where nothing is known of that. */
  readonly undo?: string | null;
  /** What is left of a budget, a sentence each. */
  readonly budget?: readonly string[];
}

/** The longest line, in characters. */
const longestLine = 600;

const priceLines = ({ monthlyUsd, of, notPriced }: Price): readonly string[] => [
  ...(monthlyUsd === null
    ? []
    : [`Costs about ${saidUsd(monthlyUsd)} a month${of.length > 0 ? `: ${of.join(', ')}` : ''}.`]),
  ...(notPriced.length > 0 ? [`Costs more that is not known here: ${notPriced.join('; ')}.`] : []),
];

/** The longest value that is shown of an argument, in characters. */
const longestValue = 120;

/** The arguments in one line: an approval is for these values. */
const detailLines = (details: Told['details']): readonly string[] => {
  const parts = Object.entries(details).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${name} ${shortened(cleanLine(text), longestValue)}`;
  });
  return parts.length === 0 ? [] : [`With ${parts.join('; ')}.`];
};

/** The request in one line: what a person could look up. */
const requestLine = ({ method, path, query }: ApiRequest): string => {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return `Request: ${method} ${path}${search === '' ? '' : `?${search}`}`;
};

/**
 * The text of a question: a sentence, and short lines. Nothing in it can break a line or a terminal, or be a
 * credential: it is kept, and shown in more than one place.
 */
export const wordingOf = (told: Told): string =>
  [
    `${told.agent} wants to call ${told.tool} (${told.title}).`,
    ...(told.harm ? inWords(told.harm) : `${told.why}.`).split('\n'),
    ...detailLines(told.details),
    ...(told.price ? priceLines(told.price) : []),
    ...(told.undo ? [told.undo] : []),
    ...(told.budget ?? []),
    requestLine(told.request),
  ]
    .map((line) => shortened(cleanLine(veil(line)), longestLine))
    .join('\n');
