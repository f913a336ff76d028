// The error of a fault of our own: it tells where the details are, and never what they are.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';

/** A fault whose details are in the log, under the same reference. */
export const internalError = (reference: string): ErrorAnswer =>
  errorAnswer({
    code: 'internal',
    message: `Something went wrong inside this server (reference ${reference}).`,
    next: 'Tell the user; the log of the server has the details under this reference. If the call changes something, look at the resource before repeating it.',
  });
