// What to do after a call that did not succeed, in one or two sentences that may name a tool.
import type { Scope } from '../../scope-map/scopes.ts';
import type { ApiFailure } from '../client/failures.ts';
import type { About } from './about.ts';
import { hintsFor } from './hints.ts';
import { listAbove, listBeside } from './neighbours.ts';

/** What to do when nobody knows whether a change happened. */
const lookFirst = (about: About): string => {
  const list = listBeside(about) ?? listAbove(about);
  return list === undefined
    ? 'Look at the resource to see whether it was carried out before you repeat it.'
    : `Call ${list} to see whether it was carried out before you repeat it.`;
};

const whatThereIs = (about: About): string => {
  const list = listAbove(about);
  return list === undefined
    ? 'Check the id: it may belong to another team, or be gone.'
    : `Call ${list} to see what there is.`;
};

const whatRuns = (about: About): string => {
  const list = listBeside(about);
  return list === undefined ? whatThereIs(about) : `Call ${list} to see what runs.`;
};

/** What the entry itself knows about such a refusal; undefined where it knows nothing that helps here. */
const hinted = (status: number, about: About): string | undefined => {
  const hints = hintsFor(status, about);
  return hints.length === 0 ? undefined : hints.join(' ');
};

const inSeconds = ({ retryAfterSeconds }: ApiFailure): string =>
  retryAfterSeconds === null ? 'Call again later.' : `Call again in ${retryAfterSeconds} seconds.`;

const forbidden = (missing: readonly Scope[], { guard }: About): string => {
  if (missing.length > 0)
    return `The token may lack ${missing.join(', ')}. Tell the user which scope is needed; repeating the call will not help.`;
  return guard.grant.kind === 'known'
    ? 'The token holds the scopes for this, so it is either the role of its owner or the state of the resource. Read the message; repeating the call will not help.'
    : 'Tell the user; repeating the call will not help.';
};

const afterEdge = ({ tool }: About): string =>
  `This is not DigitalOcean's own answer, so it tells nothing about the token or the arguments. ${
    tool.endpoint.effect === 'read'
      ? 'Call again in a moment'
      : 'Look whether anything has changed, then call again in a moment'
  }; if it stays so, tell the user that a gateway, proxy or firewall between this server and DigitalOcean refuses its requests.`;

const afterRefusal = (failure: ApiFailure, missing: readonly Scope[], about: About): string => {
  if (failure.passes)
    return `Other work on it is still going on. ${whatRuns(about)} Call again when it has ended.`;
  // What is not DigitalOcean's word says nothing about token, role or arguments.
  if (failure.speaker === 'edge' && failure.status !== 429) return afterEdge(about);
  switch (failure.status) {
    case 400:
    case 422:
      return [
        "Read the message: it is DigitalOcean's own. Correct the arguments, or the state that it names, and call again.",
        ...hintsFor(failure.status, about),
      ].join(' ');
    case 401:
      return 'The token is wrong, expired or revoked. Tell the user to give the server a new one.';
    case 403:
      return [forbidden(missing, about), ...hintsFor(failure.status, about)].join(' ');
    case 404:
      return hinted(failure.status, about) ?? whatThereIs(about);
    case 409:
    case 412:
      return (
        hinted(failure.status, about) ??
        'Something stands in the way: a duplicate name, or work that is still going on. Read the message, look at the resource, then decide.'
      );
    case 429:
      return failure.retryAfterSeconds === null
        ? "DigitalOcean's limit is used up. Wait a minute before calling again."
        : `DigitalOcean's limit is used up. ${inSeconds(failure)}`;
    case 501:
      // Nobody has carried anything out, and nobody will.
      return failure.id === 'not_simulated'
        ? 'The simulation does not do this, and nothing was carried out: calling again will not help. Tell the user that it takes a real account.'
        : 'This is not done there, and nothing was carried out: calling again will not help. Tell the user.';
    default:
      return about.tool.endpoint.effect === 'read'
        ? 'Call again in a moment; it is safe to repeat.'
        : 'Look at the resource to see its state before you call again.';
  }
};

const afterBadReply = ({ trouble, mayHaveHappened }: ApiFailure, about: About): string => {
  switch (trouble?.kind) {
    case 'redirect':
      return 'Tell the user to check the API address that this server is configured with.';
    case 'no_list':
      return 'Tell the user: this list has changed its form.';
    case 'too_large':
      return 'Ask for less: a filter, or a smaller max_items.';
    case 'log_place':
      return 'Tell the user: the logs can be read in the control panel or with doctl.';
    case 'log_host':
      return 'Call again: it asks for a new address of the logs, since addresses are valid for a short time only.';
    default:
      return mayHaveHappened
        ? `The call was probably carried out. ${lookFirst(about)}`
        : 'Call again in a moment; if it stays so, tell the user: a proxy may be answering instead of DigitalOcean.';
  }
};

/** What to do next. `missing` are the scopes that the call may have lacked. */
export const whatNext = (failure: ApiFailure, missing: readonly Scope[], about: About): string => {
  switch (failure.code) {
    case 'refused':
      return failure.mayHaveHappened ? lookFirst(about) : afterRefusal(failure, missing, about);
    case 'outcome_unknown':
      return lookFirst(about);
    case 'bad_reply':
      return afterBadReply(failure, about);
    case 'unreachable':
      return failure.trouble === null
        ? 'Nothing was carried out. Call again in a moment; if it stays so, tell the user to check the network of this server.'
        : 'Call again in a moment; reading is safe to repeat.';
    case 'timeout':
      return 'Call again in a moment.';
    case 'wait_too_long':
      return failure.mayHaveHappened
        ? `${inSeconds(failure)} ${lookFirst(about)}`
        : inSeconds(failure);
    case 'quota_exhausted':
      return `${inSeconds(failure)} Lists with a larger max_items need fewer requests.`;
    case 'memory_full':
      return 'Call again in a moment, and ask for less: a filter, or a smaller max_items.';
    case 'cancelled':
      return failure.mayHaveHappened
        ? lookFirst(about)
        : 'Nothing needs to be done; call again if it is still wanted.';
    case 'bad_cursor':
      return 'Call again with the same tool and filters that gave this cursor, or without after to start from the beginning.';
    case 'work_failed':
      return 'Look at the resource to see what state it is in; starting the same work again may fail again.';
    case 'endless_pages':
      return 'Use a narrower filter, or tell the user: the list cannot be read to its end.';
  }
};
