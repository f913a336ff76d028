// The road of every call, whoever calls by whatever way in: nine steps, each of which takes only what the one before
// it made. A dry run leaves it where something would be asked or sent.
import { randomUUID } from 'node:crypto';
import { visibleJson } from '../../tools/invisible/values.ts';
import { calledTooOften } from '../advice/never-sent.ts';
import { internalError } from '../advice/own-fault.ts';
import type { Form } from '../consent/person.ts';
import { ask } from './ask.ts';
import type { Brought } from './brought.ts';
import { build } from './build.ts';
import type { Caller } from './caller.ts';
import { keepFormer, keepLatter, remember } from './former.ts';
import { judge } from './judge.ts';
import { parse } from './parse.ts';
import { recordIntent } from './record-intent.ts';
import { recordOutcome, recordStop } from './record-outcome.ts';
import { reserve } from './reserve.ts';
import { checkSecretsFolder, prepareSecrets } from './secrets.ts';
import { send } from './send.ts';
import { shape } from './shape.ts';
import type { Agreed, Asked, Judged, Reserved, Shaped } from './stages.ts';
import { NeedsPerson, Stop } from './stop.ts';

/** What whoever called is answered. */
export interface Outcome {
  readonly ok: boolean;
  /** JSON without the tokens of the account, wherever they may have come from; nothing in it is there unseen. */
  readonly text: string;
}

/** The client is to put a question to its person, and to come again with the answer. */
export interface Asks {
  readonly asks: Form;
  /** The question's id. */
  readonly question: string;
}

/**
 * Counts a call, once by whatever ways it comes.
 * @throws {Stop} when there were too many.
 */
const countCall = async ({ caller, brought, isPart }: Asked): Promise<void> => {
  const wait = brought || isPart ? undefined : await caller.selection.pace?.take();
  if (wait !== undefined) throw new Stop(calledTooOften(wait));
};

/** @param reached told how far the call has come, for the record of one that comes no further. */
const travel = async (asked: Asked, reached: (stage: Asked) => void): Promise<Shaped> => {
  await countCall(asked);
  const parsed = await parse(asked);
  reached(parsed);
  const built = build(parsed);
  reached(built);
  if (built.isDryRun) return (await import('./dry-run.ts')).dryRun(built);
  const judged = await judge(built, asked.brought);
  await checkSecretsFolder(judged);
  const agreed = await (judged.given['keep'] === undefined ? ask(judged) : keepFirst(judged));
  if ('ok' in agreed) return agreed;
  reached(agreed);
  const reserved = await reserve(agreed);
  try {
    return await carryOut(reserved, reached);
  } finally {
    await reserved.counting?.unsent();
  }
};

/** Where something is kept before it is destroyed, the call is one of two. */
const keepFirst = async (judged: Judged): Promise<Agreed | Shaped> =>
  (await import('./keep/keep-first.ts')).keepFirst(judged, callTool);

const carryOut = async (reserved: Reserved, reached: (stage: Asked) => void): Promise<Shaped> => {
  const prepared = await prepareSecrets(reserved);
  try {
    const intended = await recordIntent(await remember(prepared));
    reached(intended);
    await keepFormer(intended);
    const arrived = await keepLatter(await send(intended));
    const recorded = await recordOutcome(arrived);
    return await shape(recorded);
  } finally {
    prepared.holding?.release();
  }
};

/**
 * Carries out one call of a known tool. Never throws: every failure becomes an error that says what to do next.
 * @returns a question where the client shows it between two calls; what it is to bring along when a person has to be
 * asked who is elsewhere (`person`): the call has done nothing, and may come again by another way in.
 */
export const callTool = async (call: Omit<Asked, 'began'>): Promise<Outcome | Asks | Brought> => {
  const asked: Asked = {
    ...call,
    // Whatever this call takes of what all share is taken in its caller's name.
    context: { ...call.context, principal: call.caller.id },
    began: performance.now(),
  };
  let stage: Asked = asked;
  const reached = (now: Asked): void => {
    stage = now;
  };
  try {
    return written(call.caller, await travel(asked, reached));
  } catch (error) {
    if (error instanceof NeedsPerson) return error.brought;
    const stop = error instanceof Stop ? error : faultOfOurs(asked, error);
    const answer = await recordStop(stage, stop);
    const { question } = stop;
    if (question?.form) return { asks: question.form, question: question.asked.question.id };
    return written(call.caller, { ok: false, answer });
  }
};

/** There is one way out, for answers and errors alike. */
export const written = (caller: Caller, { ok, answer }: Shaped): Outcome => ({
  ok,
  text: caller.account.veil(visibleJson(answer)),
});

const faultOfOurs = ({ road, tool, caller }: Asked, error: unknown): Stop => {
  const reference = randomUUID();
  road.log.error(
    { reference, tool: tool.name, caller: caller.id, error },
    'a call failed inside the server',
  );
  return new Stop(internalError(reference));
};
