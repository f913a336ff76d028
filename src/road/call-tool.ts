// The one road of every call: validate, guard, consent, build, send, answer. No endpoint has another.
import { randomUUID } from 'node:crypto';
import { type Answer, answerList } from '../../tools/answer/answer.ts';
import { boundText, longestAnswer } from '../../tools/answer/bounds.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import { valueAt } from '../../tools/places.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import { buildRequest } from '../../tools/request/build-request.ts';
import { ArgumentRefused } from '../../tools/request/path.ts';
import { defaultMaxItems } from '../../tools/tool/input-schema.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { failedCall } from '../advice/failed-call.ts';
import { refusedArguments, refusedByGuard, refusedWithoutConsent } from '../advice/never-sent.ts';
import { noteOnList } from '../advice/notes.ts';
import { internalError } from '../advice/own-fault.ts';
import type { ApiCall, ApiReply, CallContext, ListReply } from '../client/client.ts';
import { ApiFailure } from '../client/failures.ts';
import { effectOf } from '../guard/conditions.ts';
import { answerWork } from './answer-work.ts';
import type { Caller } from './caller.ts';
import { needsConsent } from './consent.ts';
import type { CallRoad, Journey } from './journey.ts';

/** An answer, or an error, ready to be written as text. */
export type Outcome =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly answer: ErrorAnswer };

const failed = (answer: ErrorAnswer): Outcome => ({ ok: false, answer });

/**
 * Carries out one call of a known tool. Never throws: every failure becomes an error that says what to do next.
 * @param raw the arguments as the client sent them.
 */
export const callTool = async (
  road: CallRoad,
  tool: Tool,
  raw: unknown,
  caller: Caller,
  context: CallContext,
): Promise<Outcome> => {
  try {
    const validated = await road.box.validate(tool, raw);
    if (!validated.ok) return failed(refusedArguments(tool, validated.problems));
    const given = validated.arguments;
    const guard = await caller.guard();
    const verdict = guard.may(tool, given);
    if (!verdict.allowed) return failed(refusedByGuard(verdict));
    const why = needsConsent(tool, given, road.confirm);
    if (why !== undefined) return failed(refusedWithoutConsent(why));
    return await travel({ tool, given, caller, guard, context, road });
  } catch (error) {
    const reference = randomUUID();
    road.log.error(
      { reference, tool: tool.name, caller: caller.id, error },
      'a call failed inside the server',
    );
    return failed(internalError(reference));
  }
};

const travel = async (journey: Journey): Promise<Outcome> => {
  const { tool, given, guard, road } = journey;
  let request: ApiRequest;
  try {
    request = buildRequest(tool, given);
  } catch (error) {
    if (error instanceof ArgumentRefused) return failed(refusedArguments(tool, [error.message]));
    throw error;
  }
  try {
    const call: ApiCall = { endpoint: tool.endpoint, arguments: given, request };
    const [answer, owner] = await Promise.all([arrive(journey, call), ownerOf(journey)]);
    return { ok: true, answer: owner === null ? answer : { ...answer, account: owner } };
  } catch (error) {
    if (error instanceof ApiFailure)
      return failed(failedCall(error, { tool, given, guard, box: road.box }));
    throw error;
  }
};

/** Whose account was changed is said with every change; reading needs no such reminder. */
const ownerOf = ({ tool, given, caller, context }: Journey): Promise<string | null> =>
  effectOf(tool, given) === 'read' ? Promise.resolve(null) : caller.account.owner(context.signal);

const arrive = async (journey: Journey, call: ApiCall): Promise<Answer> => {
  const { api } = journey.caller.account;
  const { reply } = journey.tool.endpoint;
  if (reply.kind === 'list') return listed(journey, call);
  const first = await api.send(call, journey.context);
  switch (reply.kind) {
    case 'text':
      return {
        [reply.as]: typeof first.body === 'string' ? first.body : JSON.stringify(first.body),
      };
    case 'logs':
      return logs(journey, first, reply);
    case 'empty':
    case 'object':
      return answerWork(journey, call, first);
  }
};

const listed = async (journey: Journey, call: ApiCall): Promise<Answer> => {
  const { tool, given, caller, guard, context } = journey;
  const after = given['after'];
  const list: ListReply = await caller.account.api.list(
    call,
    {
      maxItems: typeof given['max_items'] === 'number' ? given['max_items'] : defaultMaxItems,
      ...(typeof after === 'string' && { after }),
    },
    context,
  );
  const note = list.stopped && noteOnList(list.stopped);
  return answerList(tool, given, note === undefined ? list : { ...list, note }, {
    allowSecrets: guard.selection.allowSecrets,
    longest: longestAnswer,
    resumeAt: list.resumeAt,
  });
};

/** Old log files that are fetched for one answer at most; the newest stand last. */
const mostLogFiles = 3;

const logs = async (
  { caller, context }: Journey,
  first: ApiReply,
  reply: { readonly live: string; readonly historic: string },
): Promise<Answer> => {
  const historic = (first.body as Record<string, unknown> | undefined)?.[reply.historic];
  const live = valueAt(first.body, reply.live);
  const files = Array.isArray(historic)
    ? historic.filter((one) => typeof one === 'string').slice(-mostLogFiles)
    : [];
  const addresses =
    files.length > 0 ? files : typeof live === 'string' && live !== '' ? [live] : [];
  if (addresses.length === 0) return { logs: '', note: 'There are no logs yet.' };
  const texts = await Promise.all(
    addresses.map((address) => caller.account.api.text(address, context)),
  );
  const { text, note } = boundText(texts.join('\n'));
  return { logs: text, ...(note !== undefined && { note }) };
};
