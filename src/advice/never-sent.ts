// The errors of calls that this server itself did not let through: nothing was sent.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Verdict } from '../guard/guard.ts';

/** Arguments that were refused. */
export const refusedArguments = (tool: Tool, problems: readonly string[]): ErrorAnswer =>
  errorAnswer({
    code: 'invalid_arguments',
    message: problems.map((problem) => (problem.endsWith('?') ? problem : `${problem}.`)).join(' '),
    next: `Correct the arguments and call ${tool.name} again. Nothing was sent.`,
  });

/** A call that the guard refused. */
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

/** A call that needs a person who cannot be asked yet. */
export const refusedWithoutConsent = (why: string): ErrorAnswer =>
  errorAnswer({
    code: 'consent_required',
    message: `${why}, and this server does nothing of the kind without asking a person. Nothing was sent.`,
    next: 'Tell the user. The owner of this server can allow such calls without being asked by starting it with --confirm never.',
  });
