// The errors of calls that this server itself did not let through: nothing was sent.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Pulled } from '../brake/brake.ts';
import type { Refused } from '../guard/verdict.ts';

/** Arguments that were refused. */
export const refusedArguments = (tool: Tool, problems: readonly string[]): ErrorAnswer =>
  errorAnswer({
    code: 'invalid_arguments',
    message: problems.map((problem) => (problem.endsWith('?') ? problem : `${problem}.`)).join(' '),
    next: `Correct the arguments and call ${tool.name} again. Nothing was sent.`,
  });

/** A call that the guard refused. */
export const refusedByGuard = (verdict: Refused): ErrorAnswer =>
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

/** A call whose answer holds a credential, where nothing can be written to the folder for those. */
export const refusedWithoutFolder = (why: string): ErrorAnswer =>
  errorAnswer({
    code: 'secrets_folder',
    message: `The answer holds a credential, which goes to a file for the user and cannot: ${why}. Nothing was sent.`,
    next: 'Tell the user what is wrong with the folder of --secrets-dir, and call again once that is mended.',
  });

/** A call that came through a finder which is not for what it does. */
export const refusedByFinder = (tool: Tool, finder: string, fitting: string): ErrorAnswer =>
  errorAnswer({
    code: 'wrong_finder',
    message: `With these arguments ${tool.name} does what ${finder} is not for. Nothing was sent.`,
    next: `Call ${fitting} with the same name and arguments.`,
  });

/**
 * A call that could not be put on record.
 * @param what what is not done: the call was not sent, or it was a read whose answer is kept back.
 */
export const notRecorded = (reason: string, what: 'call' | 'read' = 'call'): ErrorAnswer =>
  errorAnswer({
    code: 'not_recorded',
    message: `The record of calls cannot be written: ${reason}. ${what === 'call' ? 'What cannot be recorded is not done. Nothing was sent.' : 'What cannot be recorded is not answered.'}`,
    next: 'Tell the user: the owner of this server has to make room, or name another place with --audit or --state-dir. Reads may still work. --audit-required off lets calls through that are on no record.',
  });

/** A change while the owner's switch stops all of them. */
export const changesStopped = ({ by, reason }: Pulled): ErrorAnswer =>
  errorAnswer({
    code: 'changes_stopped',
    message: `All changes are stopped by ${by}${reason === null ? '' : `: ${reason}`}. Nothing was sent; reads go on.`,
    next: 'Tell the user, and change nothing until they say so. The owner of this server lets changes go on with do-mcp allow-changes.',
  });

/** A call of an agent that has made as many as it may in a minute. */
export const calledTooOften = (seconds: number): ErrorAnswer =>
  errorAnswer({
    code: 'too_many_calls',
    message: `This agent has made as many calls as it may in a minute. Nothing was sent.`,
    next: `If the same calls come again and again, stop and tell the user. Otherwise go on in ${seconds} seconds.`,
  });
