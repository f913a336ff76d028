// What is said of whether a change can be put back: before it is made, and in its answer.
import type { Answer } from '../../tools/answer/answer.ts';
import { keepInWords, keepOf } from './keep/snapshot-call.ts';
import type { Foretold, Judged, Undoable } from './stages.ts';

/** In an answer: the id, or, where something is destroyed, why there is none. */
export const saidOfUndo = ({ decision }: Pick<Judged, 'decision'>, undo: Undoable): Answer => {
  if ('id' in undo) return { undo: undo.id };
  return decision.effect === 'destroy' ? { undo: `not possible: ${undo.because}` } : {};
};

/**
 * What is known before anything is read, in a sentence: what is kept first, or whether the change can be put back.
 * Null for reads, and where nobody keeps former states.
 */
export const undoAhead = async (judged: Judged): Promise<string | null> => {
  const keep = keepOf(judged);
  if (keep) return keepInWords(keep);
  const { road, decision } = judged;
  if (decision.effect === 'read' || !road.undoing) return null;
  return undoInWords(await (await road.undoing()).foretell(judged));
};

const undoInWords = (undo: Foretold): string => {
  if ('because' in undo) return `It cannot be undone: ${undo.because}.`;
  return undo.differs === null
    ? 'do-mcp undo can put it back.'
    : `do-mcp undo can put it back, but ${undo.differs}.`;
};
