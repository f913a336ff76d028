// Last step: what came back becomes the answer that a model reads.
import { type Answer, answerText, withNotes } from '../../tools/answer/answer.ts';
import { marked } from '../../tools/answer/untrusted.ts';
import { failedCall } from '../advice/failed-call.ts';
import { noteOnList } from '../advice/notes.ts';
import { saidOfUndo } from './said-of-undo.ts';
import { shapingOf, withPlaces } from './secrets.ts';
import { shapeWork } from './shape-work.ts';
import { shownPrice } from './shown-price.ts';
import type { Arrival, Recorded, Shaped } from './stages.ts';

/** The answer to a call that was sent. */
export const shape = async (recorded: Recorded): Promise<Shaped> => {
  const { arrival, owner, tool, given, guard, road, recordNote } = recorded;
  if (arrival.kind === 'failed') {
    const failed = failedCall(arrival.failure, { tool, given, guard, box: road.box });
    const { error } = withPlaces(failed, recorded);
    const next = [error.next, recorded.counting?.said(arrival.failure), recordNote]
      .filter((sentence) => sentence !== undefined)
      .join(' ');
    return { ok: false, answer: { error: { ...error, next } } };
  }
  const whole = marked(await answerTo(recorded, arrival));
  const answer = recordNote === undefined ? whole : withNotes(whole, recordNote);
  const { stakes, undo, counting } = recorded;
  const budget = await counting?.left();
  return {
    ok: true,
    answer: {
      ...answer,
      ...(stakes?.price && { adds_to_bill: shownPrice(stakes.price) }),
      ...(budget && { budget }),
      ...(owner !== null && { account: owner }),
      ...(undo && saidOfUndo(recorded, undo)),
    },
  };
};

const answerTo = async (
  recorded: Recorded,
  arrival: Exclude<Recorded['arrival'], { kind: 'failed' }>,
): Promise<Answer> => {
  switch (arrival.kind) {
    case 'list':
      return listed(arrival);
    case 'text': {
      const { reply } = recorded.tool.endpoint;
      return answerText(
        recorded.tool,
        reply.kind === 'text' ? reply.as : 'text',
        arrival.text,
        shapingOf(recorded),
      );
    }
    case 'logs':
      return logged(recorded, arrival.texts);
    case 'reply':
      return shapeWork(recorded, arrival.first, arrival.followed);
  }
};

const listed = ({ list, answer }: Extract<Arrival, { kind: 'list' }>): Answer =>
  answer.finish({
    siblings: list.siblings,
    total: list.total,
    after: list.after,
    note: list.stopped && noteOnList(list.stopped),
    resumeAt: list.resumeAt,
  });

const logged = (recorded: Recorded, texts: readonly string[]): Answer =>
  texts.length === 0
    ? { logs: '', note: 'There are no logs yet.' }
    : answerText(recorded.tool, 'logs', texts.join('\n'), shapingOf(recorded));
