// Turns a failed call into an error that a model can act on.
import type { Scope } from '../../scope-map/scopes.ts';
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool/tool-box.ts';
import type { ApiFailure } from '../client/failures.ts';
import { holds, missingScopes } from '../guard/grant.ts';
import type { Guard, Verdict } from '../guard/guard.ts';

/** Arguments that were refused; nothing was sent. */
export const refusedArguments = (tool: Tool, problems: readonly string[]): ErrorAnswer =>
  errorAnswer({
    code: 'invalid_arguments',
    message: problems.map((problem) => (problem.endsWith('?') ? problem : `${problem}.`)).join(' '),
    next: `Correct the arguments and call ${tool.name} again. Nothing was sent.`,
  });

/** A call that the guard refused; nothing was sent. */
export const refusedByGuard = (verdict: Exclude<Verdict, { allowed: true }>): ErrorAnswer =>
  errorAnswer({
    code:
      verdict.missing.length > 0
        ? 'missing_scope'
        : verdict.rule === 'token'
          ? 'invalid_token'
          : 'not_allowed',
    message: `Not allowed: ${verdict.reason}. Nothing was sent.`,
    missingScopes: verdict.missing,
    next: verdict.remedy,
  });

/** A call that needs a person who cannot be asked yet; nothing was sent. */
export const refusedWithoutConsent = (why: string): ErrorAnswer =>
  errorAnswer({
    code: 'consent_required',
    message: `${why}, and this server does nothing of the kind without asking a person. Nothing was sent.`,
    next: 'Tell the user. The owner of this server can allow such calls without being asked by starting it with --confirm never.',
  });

/** Every scope that the call may have needed: DigitalOcean's 403 does not say which one is missing. */
const scopesInQuestion = (tool: Tool, given: Arguments, guard: Guard): readonly Scope[] => {
  const conditional = (tool.endpoint.conditions ?? [])
    .filter((condition) => isTrueOf(condition.when, given))
    .flatMap((condition) => condition.needs ?? []);
  if (guard.grant.kind !== 'known') return [...(tool.endpoint.requires[0] ?? []), ...conditional];
  return [
    ...missingScopes(guard.grant, tool.endpoint.requires),
    ...conditional.filter((scope) => !holds(guard.grant, scope)),
  ];
};

const listHint = (tool: Tool, box: ToolBox): string => {
  const parent = tool.endpoint.path.replace(/\/\{[^}]+\}[^{}]*$/, '');
  const list = box.tools.find(
    (one) => one.endpoint.reply.kind === 'list' && one.endpoint.path === parent,
  );
  return list
    ? `Call ${list.name} to see what there is.`
    : 'Check the id: it may belong to another team, or be gone.';
};

const runningHint = (tool: Tool, box: ToolBox): string => {
  const list = box.listBeside(tool.endpoint);
  return list ? `Call ${list.name} to see what runs.` : listHint(tool, box);
};

/**
 * Whether a refusal is one of those that end by themselves, and only outlasted our patience. A 404 is none by
 * now: what was just made has long appeared.
 */
const passesByItself = (failure: ApiFailure, tool: Tool): boolean =>
  failure.status !== 404 &&
  (tool.endpoint.passing ?? []).some(
    ({ status, says }) =>
      status === failure.status &&
      (says === undefined || failure.message.toLowerCase().includes(says)),
  );

const nextFor = (
  failure: ApiFailure,
  tool: Tool,
  guard: Guard,
  missing: readonly Scope[],
  box: ToolBox,
): string => {
  if (failure.next !== null) return failure.next;
  if (passesByItself(failure, tool))
    return `Other work on it is still going on. ${runningHint(tool, box)} Call again when it has ended.`;
  switch (failure.status) {
    case 400:
    case 422:
      return "Read the message: it is DigitalOcean's own. Correct the arguments, or the state that it names, and call again.";
    case 401:
      return 'The token is wrong, expired or revoked. Tell the user to give the server a new one.';
    case 403:
      return missing.length > 0
        ? `The token may lack ${[...new Set(missing)].join(', ')}. Tell the user which scope is needed; repeating the call will not help.`
        : guard.grant.kind === 'known'
          ? 'The token holds the scopes for this, so it is either the role of its owner or the state of the resource. Read the message; repeating the call will not help.'
          : 'Tell the user; repeating the call will not help.';
    case 404:
      return listHint(tool, box);
    case 409:
    case 412:
      return 'Something stands in the way: a duplicate name, or work that is still going on. Read the message, look at the resource, then decide.';
    case 429:
      return failure.retryAfterSeconds === null
        ? "DigitalOcean's limit is used up. Wait a minute before calling again."
        : `DigitalOcean's limit is used up. Call again in ${failure.retryAfterSeconds} seconds.`;
    default:
      break;
  }
  switch (failure.code) {
    case 'outcome_unknown': {
      const list = box.listBeside(tool.endpoint);
      return list
        ? `Do not repeat the call blindly: call ${list.name} first to see whether it was carried out.`
        : 'Do not repeat the call blindly: look at the resource first to see whether it was carried out.';
    }
    case 'wait_too_long':
    case 'quota_exhausted':
      return failure.retryAfterSeconds === null
        ? 'Call again later.'
        : `Call again in ${failure.retryAfterSeconds} seconds.`;
    case 'bad_cursor':
      return `Call ${tool.name} without after to start from the beginning.`;
    case 'work_failed':
      return 'Look at the resource to see what state it is in; starting the same work again may fail again.';
    default:
      return tool.endpoint.effect === 'read'
        ? 'Call again in a moment; it is safe to repeat.'
        : 'Look at the resource to see its state before you call again.';
  }
};

/** A call that was sent, or should have been, and did not succeed. */
export const failedCall = (
  failure: ApiFailure,
  tool: Tool,
  given: Arguments,
  guard: Guard,
  box: ToolBox,
): ErrorAnswer => {
  const missing = failure.status === 403 ? scopesInQuestion(tool, given, guard) : [];
  return errorAnswer({
    status: failure.status,
    code: failure.code === 'refused' ? (failure.id ?? `http_${failure.status}`) : failure.code,
    message: failure.message,
    requestId: failure.requestId,
    retryAfterSeconds: failure.retryAfterSeconds,
    missingScopes: [...new Set(missing)],
    next: nextFor(failure, tool, guard, missing, box),
  });
};

/** A fault of our own; its details are in the log, under the same reference. */
export const internalError = (reference: string): ErrorAnswer =>
  errorAnswer({
    code: 'internal',
    message: `Something went wrong inside this server (reference ${reference}).`,
    next: 'Tell the user; the log of the server has the details under this reference. If the call changes something, look at the resource before repeating it.',
  });
