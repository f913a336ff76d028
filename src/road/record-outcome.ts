// Eighth step: what came of a call is put on record. It cannot be left out: only what has a receipt is answered.
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import { codeOf } from '../client/failures.ts';
import type { Decision } from '../guard/decision.ts';
import type { Arrived, Asked, Receipt, Recorded } from './stages.ts';
import type { Stop } from './stop.ts';

const since = (asked: Asked): number => Math.round((performance.now() - asked.began) * 10) / 10;

/** After it was sent, before it is shaped into an answer. */
export const recordOutcome = async (arrived: Arrived): Promise<Recorded> => {
  const { arrival, decision, road, onRecord } = arrived;
  const recordNote = await road.recorder.outcome({
    asked: arrived,
    onRecord,
    decision,
    result: arrival.kind === 'failed' ? codeOf(arrival.failure) : 'ok',
    arrived,
    milliseconds: since(arrived),
  });
  return {
    ...arrived,
    outcome: {} as Receipt<'outcome'>,
    ...(recordNote !== undefined && { recordNote }),
  };
};

/** Of a dry run: nothing was sent but reads. */
export const recordDryRun = async (asked: Asked, decision: Decision | undefined): Promise<void> => {
  await asked.road.recorder.outcome({
    asked,
    onRecord: undefined,
    decision,
    result: 'dry_run',
    arrived: undefined,
    milliseconds: since(asked),
  });
};

/** Of a call that goes on when it is made again: nothing of its own was sent. */
export const recordPending = async (asked: Asked, decision: Decision): Promise<void> => {
  await asked.road.recorder.outcome({
    asked,
    onRecord: undefined,
    decision,
    result: 'pending',
    arrived: undefined,
    milliseconds: since(asked),
  });
};

const idOf = (asked: Asked): string | undefined =>
  'onRecord' in asked && typeof asked.onRecord === 'string' ? asked.onRecord : undefined;

/**
 * Of a call that a step has stopped: nothing was sent, and that is on record too.
 * @param asked the call as far as it came.
 */
export const recordStop = async (asked: Asked, stop: Stop): Promise<ErrorAnswer> => {
  const { answer, decision, question } = stop;
  await asked.road.recorder.outcome({
    asked,
    onRecord: idOf(asked),
    decision,
    result: answer.error.code,
    arrived: undefined,
    question: question?.asked,
    milliseconds: since(asked),
  });
  return answer;
};
