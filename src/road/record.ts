// Fifth and seventh step: what is about to be sent, and what came of it, is put on record. Neither can be left out: the
// steps that follow take only what has a receipt.
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import { codeOf } from '../client/failures.ts';
import type { Agreed, Arrived, Asked, Intended, Receipt, Recorded } from './stages.ts';
import type { Stop } from './stop.ts';

const receipt = <Of extends 'intent' | 'outcome'>(): Receipt<Of> => ({}) as Receipt<Of>;

const since = (asked: Asked): number => Math.round((performance.now() - asked.began) * 10) / 10;

/** Before anything is sent. */
export const recordIntent = async (agreed: Agreed): Promise<Intended> => {
  await agreed.road.recorder.intent(agreed);
  return { ...agreed, intent: receipt() };
};

/** After it was sent, before it is shaped into an answer. */
export const recordOutcome = async (arrived: Arrived): Promise<Recorded> => {
  const { arrival, decision, road } = arrived;
  await road.recorder.outcome({
    asked: arrived,
    decision,
    result: arrival.kind === 'failed' ? codeOf(arrival.failure) : 'ok',
    arrived,
    milliseconds: since(arrived),
  });
  return { ...arrived, outcome: receipt() };
};

/** Of a call that a step has stopped: nothing was sent, and that is on record too. */
export const recordStop = async (asked: Asked, stop: Stop): Promise<ErrorAnswer> => {
  const { answer, decision } = stop;
  await asked.road.recorder.outcome({
    asked,
    decision,
    result: answer.error.code,
    arrived: undefined,
    milliseconds: since(asked),
  });
  return answer;
};
