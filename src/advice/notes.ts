// Notes beside an answer that is not the whole: a list that ends early, work that was not watched to its end.
import type { Demand, LifeCycle } from '../../scope-map/endpoint.ts';
import type { ListStop, Unread, WatchReply, WorkProgress } from '../client/client.ts';
import { whatHappened } from './what-happened.ts';

/** Why a list ends before its end. */
export const noteOnList = (stopped: ListStop): string => {
  switch (stopped.why) {
    case 'failure':
      return `Only part of the list was read. ${whatHappened(stopped.failure)} Pass after to go on.`;
    case 'deadline':
      return 'Only part of the list was read. The time for one call is over. Pass after to go on.';
    case 'elsewhere':
      return `The list goes on at ${stopped.place}, which is not where this server was told to send its token; these are the items up to there. With after, where there is one, the same list is asked for more at the address of the API.`;
    case 'memory':
      return 'Only part of the list was read: more does not fit into the memory that one call may use. Pass after to go on, or ask for less with filters or fields.';
    case 'looked':
      return `${stopped.items} items were looked at, and the list goes on. Pass after to look at the next, or use the filters of the tool.`;
    case 'pages':
      return `The list has more pages than the ${stopped.pages} that were read. Pass after to go on.`;
  }
};

/** That a change was carried out, and how it ended is on no record. */
export const noteOnRecord = (reason: string): string =>
  `That this was about to be sent is on record; how it ended could not be recorded: ${reason}. Tell the user.`;

const unread = (why: Unread, what: string): string => {
  switch (why.why) {
    case 'unnamed':
      return `The reply does not name the ${what}, so it could not be watched.`;
    case 'not_allowed':
      return `This token may not read the ${what}, so it could not be watched.`;
    case 'failure':
      return `Its state could not be read${why.failure === null ? '.' : `: ${whatHappened(why.failure)}`}`;
  }
};

/** What finished work does not show yet, and what helps. */
export const noteOnLack = ({ missing, helps }: Demand): string =>
  `The work has ended, but ${missing}${helps === undefined ? '.' : `: ${helps}.`}`;

/** Why the answer to a call whose work was watched for so many seconds does not show its end. */
export const noteOnWatch = (
  watched: Pick<WatchReply, 'ended' | 'unread' | 'lacks'>,
  life: Pick<LifeCycle, 'what'>,
  seconds: number,
): string => {
  if (watched.unread) return unread(watched.unread, life.what);
  if (watched.lacks && watched.ended !== 'cancelled') return noteOnLack(watched.lacks);
  return watched.ended === 'cancelled'
    ? 'Waiting was cancelled; the work itself goes on.'
    : `Not finished after ${seconds} seconds; the work goes on by itself.`;
};

/** How far long work is, in a sentence. */
export const describeProgress = ({ what, state, waited, usually }: WorkProgress): string => {
  const stands = state === null ? `The ${what} is not finished` : `The ${what} is ${state}`;
  const usual = usually >= 90 ? `${Math.round(usually / 60)} minutes` : `${usually} seconds`;
  return `${stands} after ${Math.round(waited)} seconds; it usually takes about ${usual}.`;
};
