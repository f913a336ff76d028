// Shapes the answer to a call that may have started work: how it ended, or how to follow it.
import type { LifeCycle } from '../../scope-map/endpoint.ts';
import {
  type Answer,
  answerEmpty,
  answerObject,
  isAction,
  notesOf,
  withNotes,
} from '../../tools/answer/answer.ts';
import { nextSentence } from '../../tools/answer/next-sentence.ts';
import { valueAt } from '../../tools/places.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { noteOnLack, noteOnWatch } from '../advice/notes.ts';
import type { ApiReply, WatchReply } from '../client/client.ts';
import { shapingOf } from './secrets.ts';
import type { Followed, Recorded } from './stages.ts';

/** The answer to one reply; `tool` is the one whose reply it is, which may be a follow-up read's. */
const show = (recorded: Recorded, tool: Tool, body: unknown, next?: string): Answer => {
  const { given, tool: called } = recorded;
  if (body === undefined)
    return { ...answerEmpty(tool, given), ...(next !== undefined && { next }) };
  const answer = answerObject(tool, given, body, { ...shapingOf(recorded), next });
  return tool === called ? answer : withNotes(answer, ...notesOf(called.endpoint, given));
};

const follow = ({ tool, given, road }: Recorded, body: unknown): string | undefined =>
  nextSentence(tool.endpoint, given, body, road.box.nameOf);

/** The answer to a call whose reply is an object or nothing. */
export const shapeWork = async (
  recorded: Recorded,
  first: ApiReply,
  followed: Followed,
): Promise<Answer> => {
  const { tool, given, decision } = recorded;
  const { watch } = tool.endpoint;
  switch (followed.how) {
    case 'barred': {
      const note = `Not waited for: ${followed.reader} would tell how it goes, but ${followed.reason}.`;
      const isMissed = typeof given['wait_seconds'] === 'number' && given['wait_seconds'] > 0;
      return withNotes(show(recorded, tool, first.body), isMissed ? note : undefined);
    }
    case 'watched':
      return watch && followed.watched.ended === 'done'
        ? ended(recorded, watch, first, followed.watched)
        : unfinished(recorded, watch, first, followed);
    case 'not': {
      // A read shows the state itself; only what has started work needs to say where it leads.
      const next = decision.effect === 'read' ? undefined : follow(recorded, first.body);
      return show(recorded, tool, first.body, next);
    }
  }
};

const unfinished = (
  recorded: Recorded,
  watch: LifeCycle | undefined,
  first: ApiReply,
  { watched, seconds }: Extract<Followed, { how: 'watched' }>,
): Answer => ({
  ...withNotes(
    show(recorded, recorded.tool, first.body, follow(recorded, first.body)),
    watch && noteOnWatch(watched, watch, seconds),
  ),
  ...(watched.state !== null && { state: watched.state }),
});

const ended = async (
  recorded: Recorded,
  watch: LifeCycle,
  first: ApiReply,
  watched: WatchReply,
): Promise<Answer> => {
  const { tool, road } = recorded;
  const note = watched.lacks && noteOnLack(watched.lacks);
  // What was deleted has no resource left to show.
  if (tool.endpoint.reply.kind === 'empty') return show(recorded, tool, undefined);
  if (watched.pieces.length > 1)
    return withNotes(await severalEnded(recorded, watch, first, watched), note);
  const [{ finished, polled }] = watched.pieces;
  const latest = finished ?? polled;
  const reads = [watch.afterwards, watch.poll].filter((read) => read !== undefined);
  const readers = await Promise.all(reads.map(({ operation }) => road.box.forOperation(operation)));
  const reader = readers.find((one) => one && hasEnvelopeOf(one, latest));
  const shown = reader ?? tool;
  return {
    ...withNotes(show(recorded, shown, reader ? latest : first.body), note),
    // An action that is shown itself is told once.
    ...(isAction(shown.endpoint.reply) ? {} : finishedAction(first, watched, watch)),
  };
};

/** Several things that one call has made: each as it is now, beside the actions that made them. */
const severalEnded = async (
  recorded: Recorded,
  watch: LifeCycle,
  first: ApiReply,
  watched: WatchReply,
): Promise<Answer> => {
  const { reply } = recorded.tool.endpoint;
  const { box } = recorded.road;
  const reader = watch.afterwards && (await box.forOperation(watch.afterwards.operation));
  const many = reply.kind === 'object' ? reply.many : undefined;
  const made = many === undefined ? undefined : valueAtMany(first.body, many);
  const key = reader?.endpoint.reply.kind === 'object' ? reader.endpoint.reply.key : null;
  const renewed =
    many === undefined || made === undefined || key === null
      ? first.body
      : {
          ...(first.body as Readonly<Record<string, unknown>>),
          [many]: made.map((one, at) => {
            const finished = watched.pieces[at]?.finished;
            return finished === undefined ? one : (valueAt(finished, key) ?? one);
          }),
        };
  const actions = watched.pieces.map(({ polled, state }) => ({
    id: valueAt(polled, 'action.id'),
    status: state,
  }));
  return {
    ...show(recorded, recorded.tool, renewed),
    ...(watch.state === 'action.status' && { actions }),
  };
};

const valueAtMany = (body: unknown, key: string): readonly unknown[] | undefined => {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[key];
  return Array.isArray(value) ? value : undefined;
};

const hasEnvelopeOf = ({ endpoint: { reply } }: Tool, body: unknown): boolean =>
  reply.kind === 'object' && reply.key !== null && valueAt(body, reply.key) !== undefined;

/** The action that started the work, with the state in which it ended. */
const finishedAction = (first: ApiReply, watched: WatchReply, watch: LifeCycle): Answer => {
  const id = valueAt(first.body, 'links.actions.id') ?? valueAt(first.body, 'action.id');
  return id !== undefined && watch.state === 'action.status'
    ? { action: { id, status: watched.state } }
    : {};
};
