// Answers a call that may have started work: waits for its end when asked to, otherwise says how to follow it.
import type { LifeCycle } from '../../scope-map/endpoint.ts';
import { type Answer, answerEmpty, answerObject } from '../../tools/answer/answer.ts';
import { boundObject } from '../../tools/answer/bounds.ts';
import { nextSentence } from '../../tools/answer/next-sentence.ts';
import { valueAt } from '../../tools/places.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { noteOnWatch } from '../advice/notes.ts';
import type { ApiCall, ApiReply, WatchReply } from '../client/client.ts';
import { ApiFailure } from '../client/failures.ts';
import type { Journey } from './journey.ts';

/** The answer to one reply; `tool` is the one whose reply it is, which may be a follow-up read's. */
const show = (journey: Journey, tool: Tool, body: unknown, next?: string): Answer =>
  body === undefined
    ? { ...answerEmpty(tool, journey.given), ...(next !== undefined && { next }) }
    : boundObject(
        answerObject(tool, journey.given, body, {
          allowSecrets: journey.guard.selection.allowSecrets,
          next,
        }),
      );

const follow = ({ tool, given, road }: Journey, body: unknown): string | undefined =>
  nextSentence(tool.endpoint, given, body, (operation) => road.box.forOperation(operation)?.name);

/**
 * The answer to a call whose reply is an object or nothing.
 * @throws {ApiFailure} `work_failed` when the work was watched and failed.
 */
export const answerWork = async (
  journey: Journey,
  call: ApiCall,
  first: ApiReply,
): Promise<Answer> => {
  const { tool, given, caller, guard, context, road } = journey;
  const { watch } = tool.endpoint;
  const poll = watch && road.box.forOperation(watch.poll.operation);
  if (!watch || !poll) return show(journey, tool, first.body);
  const seconds = typeof given['wait_seconds'] === 'number' ? given['wait_seconds'] : 0;
  // Polling is a read like any other: without permission for it there is nothing to wait for or to point to.
  const verdict = guard.may(poll);
  if (!verdict.allowed) {
    const note = `Not waited for: ${poll.name} would tell how it goes, but ${verdict.reason}.`;
    return { ...show(journey, tool, first.body), ...(seconds > 0 && { note }) };
  }
  if (seconds > 0) {
    const mayPoll = ({ endpoint, arguments: asked }: ApiCall): boolean => {
      const reader = road.box.forOperation(endpoint.id);
      return reader !== undefined && guard.may(reader, asked).allowed;
    };
    const watched = await caller.account.api.watch(call, first, seconds, { ...context, mayPoll });
    return answerWatched(journey, watch, first, watched, seconds);
  }
  // A read shows the state itself; only what has started work needs to say where it leads.
  return show(
    journey,
    tool,
    first.body,
    tool.endpoint.effect === 'read' ? undefined : follow(journey, first.body),
  );
};

const answerWatched = (
  journey: Journey,
  watch: LifeCycle,
  first: ApiReply,
  watched: WatchReply,
  seconds: number,
): Answer => {
  switch (watched.ended) {
    case 'done':
      return answerDone(journey, watch, first, watched);
    case 'failed':
      throw new ApiFailure({
        code: 'work_failed',
        trouble: { kind: 'work', what: watch.what, state: watched.state },
        ...(watched.reason !== undefined && { reason: watched.reason }),
      });
    case 'budget':
    case 'cancelled':
      return {
        ...show(journey, journey.tool, first.body, follow(journey, first.body)),
        ...(watched.state !== null && { state: watched.state }),
        note: noteOnWatch(watched, watch, seconds),
      };
  }
};

const answerDone = (
  journey: Journey,
  watch: LifeCycle,
  first: ApiReply,
  watched: WatchReply,
): Answer => {
  const { tool, road } = journey;
  // What was deleted has no resource left to show.
  if (tool.endpoint.reply.kind === 'empty')
    return { ...show(journey, tool, undefined), gone: true };
  if (watched.bodies.length > 1)
    return { ...show(journey, tool, first.body), actions: watched.bodies.map(actionOf) };
  const readers = [watch.afterwards, watch.poll].flatMap((read) =>
    read ? (road.box.forOperation(read.operation) ?? []) : [],
  );
  const reader = readers.find((one) => hasEnvelopeOf(one, watched.body));
  return {
    ...show(journey, reader ?? tool, reader ? watched.body : first.body),
    ...finishedAction(first, watched, watch),
  };
};

const hasEnvelopeOf = ({ endpoint: { reply } }: Tool, body: unknown): boolean =>
  reply.kind === 'object' && reply.key !== null && valueAt(body, reply.key) !== undefined;

const actionOf = (body: unknown): Answer => ({
  id: valueAt(body, 'action.id'),
  status: valueAt(body, 'action.status'),
});

/** The action that started the work, with the state in which it ended. */
const finishedAction = (first: ApiReply, watched: WatchReply, watch: LifeCycle): Answer => {
  const id = valueAt(first.body, 'links.actions.id') ?? valueAt(first.body, 'action.id');
  return id !== undefined && watch.state === 'action.status'
    ? { action: { id, status: watched.state } }
    : {};
};
