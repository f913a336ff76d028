// What happened to a call that did not succeed, in words.
import { quoted } from '../../tools/answer/quoted.ts';
import type { ApiFailure, Trouble } from '../client/failures.ts';

const open = 'It may or may not have been carried out.';

/** A sentence of somebody else's, closed with a stop. */
const closed = (text: string): string => (/[.!?…]”?$/.test(text) ? text : `${text}.`);

const afterAttempts = ({ attempts }: ApiFailure): string =>
  attempts > 1 ? ` after ${attempts} attempts` : '';

/** What somebody else said, as theirs. */
const told = (words: string): string => closed(quoted(words));

const because = ({ reason }: ApiFailure): string => (reason === null ? '' : `: ${reason}`);

const content = (was: Extract<Trouble, { kind: 'content' }>['was'], type: string): string => {
  switch (was) {
    case 'html':
      return 'with an HTML page instead of data';
    case 'empty':
      return 'without any data';
    case 'other_type':
      return `with content of the type ${type} instead of JSON`;
    case 'broken_json':
      return 'its JSON is broken, probably cut off';
    case 'no_object':
      return 'its JSON is not an object';
    case 'too_deep':
      return 'its JSON is nested deeper than anything of use';
    case 'encoded':
      return 'its content is compressed, which nobody asked for';
  }
};

const refused = (failure: ApiFailure): string => {
  if (failure.speaker === 'edge')
    return `A gateway or proxy before DigitalOcean's API answered with status ${failure.status}${
      failure.reason === null
        ? ' and a page that is not for programs.'
        : `: ${told(failure.reason)}`
    }`;
  const said =
    failure.reason === null
      ? `DigitalOcean, or a gateway before it, answered with status ${failure.status} without saying why.`
      : `DigitalOcean said: ${quoted(failure.reason)}`;
  // What nobody does was not tried again.
  return (failure.status ?? 0) >= 500 && failure.status !== 501
    ? `${said} (still so${afterAttempts(failure)})`
    : closed(said);
};

const lost = (failure: ApiFailure): string => {
  switch (failure.trouble?.kind) {
    case 'too_large':
      return `The answer was lost: ${closed(failure.reason ?? 'it was too large')} ${open}`;
    case 'no_room':
      return `The answer was lost, and the request limits left no room to ask again. ${open}`;
    case 'deadline':
      return `The call did not end within ${failure.trouble.seconds} seconds. ${open}`;
    default:
      break;
  }
  if (failure.status === null)
    return `The request was sent, but the answer was lost${afterAttempts(failure)}${because(failure)}. ${open}`;
  const said = failure.reason === null ? 'no reason was given.' : told(failure.reason);
  return `Status ${failure.status}${afterAttempts(failure)}: ${said} ${open} So it was not repeated${failure.attempts > 1 ? ' further' : ''}.`;
};

const badReply = (failure: ApiFailure): string => {
  const answered = `The API answered with status ${failure.status}`;
  const { trouble } = failure;
  switch (trouble?.kind) {
    case 'content':
      return `${answered}, but ${content(trouble.was, trouble.type)}.`;
    case 'no_list':
      return `${answered}, but ${trouble.key} in its reply is not a list.`;
    case 'redirect':
      return `${answered}, a redirect, which is never followed, because it could carry the token elsewhere.`;
    case 'too_large':
      return `Reading the answer was stopped: ${closed(failure.reason ?? 'it was too large')}`;
    case 'log_place':
      return `The reply names ${trouble.place ?? 'something that is no address'} as the place of the logs, which this server may not fetch from.`;
    case 'log_host':
      return `The logs could not be fetched: ${trouble.host} answered with status ${failure.status}.`;
    default:
      return `${answered}, which could not be understood.`;
  }
};

const unreached = (failure: ApiFailure): string => {
  switch (failure.trouble?.kind) {
    case 'log_host':
      return `The logs at ${failure.trouble.host} could not be fetched${because(failure)}.`;
    case 'answer_lost':
      return `DigitalOcean's answer was lost${afterAttempts(failure)}${because(failure)}.`;
    default:
      return `DigitalOcean's API could not be reached${afterAttempts(failure)}${because(failure)}. Nothing was sent.`;
  }
};

const endless = (failure: ApiFailure): string => {
  const { trouble } = failure;
  const why =
    trouble?.kind === 'barren_pages'
      ? `${trouble.pages} pages in a row brought nothing new`
      : 'its pages lead in a circle';
  return `Reading this list was stopped, because ${why}.`;
};

const saying = ({ reason }: ApiFailure): string => (reason === null ? '.' : `: ${told(reason)}`);

const worked = (failure: ApiFailure): string =>
  failure.trouble?.kind === 'work'
    ? `The ${failure.trouble.what} ended in the state ${failure.trouble.state ?? 'failed'}${saying(failure)}`
    : `The work failed${saying(failure)}`;

/** What happened, for people and models; no token, and no tool, is named. */
export const whatHappened = (failure: ApiFailure): string => {
  switch (failure.code) {
    case 'refused':
      return refused(failure);
    case 'outcome_unknown':
      return lost(failure);
    case 'bad_reply':
      return badReply(failure);
    case 'unreachable':
      return unreached(failure);
    case 'timeout':
      return failure.trouble?.kind === 'deadline'
        ? `The call did not end within ${failure.trouble.seconds} seconds. Nothing was changed.`
        : unreached(failure);
    case 'wait_too_long':
      return `DigitalOcean asks to wait ${failure.retryAfterSeconds} seconds, which is longer than a call may last. ${
        failure.mayHaveHappened
          ? 'An earlier attempt may have been carried out, since its answer was lost.'
          : 'The call was not carried out.'
      }`;
    case 'quota_exhausted':
      return "This server keeps DigitalOcean's request limits for the token, and they are used up for now; the request was not sent.";
    case 'memory_full':
      return 'This server is reading as much as it can hold at once, so reading the answer was stopped. Nothing was changed.';
    case 'cancelled':
      return `The call was cancelled. ${failure.mayHaveHappened ? open : 'Nothing was changed.'}`;
    case 'bad_cursor':
      return 'The value of after was altered, or belongs to another list, other filters or another token.';
    case 'work_failed':
      return worked(failure);
    case 'endless_pages':
      return endless(failure);
  }
};
