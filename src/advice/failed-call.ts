// The error that a model reads when a call was sent, or should have been, and did not succeed.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import { type ApiFailure, codeOf } from '../client/failures.ts';
import type { About } from './about.ts';
import { scopesInQuestion } from './scopes-in-question.ts';
import { whatHappened } from './what-happened.ts';
import { whatNext } from './what-next.ts';

/** The facts of a failure, phrased for whoever made the call. */
export const failedCall = (failure: ApiFailure, about: About): ErrorAnswer => {
  const missing =
    failure.code === 'refused' && failure.status === 403 && failure.speaker !== 'edge'
      ? scopesInQuestion(about)
      : [];
  return errorAnswer({
    status: failure.status,
    code: codeOf(failure),
    message: whatHappened(failure),
    requestId: failure.requestId,
    retryAfterSeconds: failure.retryAfterSeconds,
    missingScopes: missing,
    next: whatNext(failure, missing, about),
  });
};
