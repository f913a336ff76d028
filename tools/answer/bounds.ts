// Keeps an answer within what a model can read: whole fields or whole lines are left out, and counted.
import type { Answer } from './answer.ts';

/** Longest answer in characters of JSON: about 20,000 tokens at three characters each. */
export const longestAnswer = 60_000;

/**
 * An object that fits: when it is too long, its longest fields are left out by name until it does.
 * Objects that fit come back as they are.
 */
export const boundObject = (answer: Answer, longest: number = longestAnswer): Answer => {
  const lengths = Object.entries(answer).map(([name, value]) => ({
    name,
    length: JSON.stringify(value)?.length ?? 0,
  }));
  let total = lengths.reduce((sum, field) => sum + field.length + field.name.length + 4, 0);
  if (total <= longest) return answer;
  const leftOut: string[] = [];
  for (const field of lengths.toSorted((a, b) => b.length - a.length)) {
    if (total <= longest) break;
    leftOut.push(field.name);
    total -= field.length;
  }
  return {
    ...Object.fromEntries(Object.entries(answer).filter(([name]) => !leftOut.includes(name))),
    left_out: leftOut,
    note: 'The answer was too long. Ask for parts of what was left out with fields, by dotted names.',
  };
};

/** The end of a long text, cut at a line, with a sentence saying how much is missing; short text as it is. */
export const boundText = (
  text: string,
  longest: number = longestAnswer,
): { readonly text: string; readonly note?: string } => {
  if (text.length <= longest) return { text };
  const tail = text.slice(-longest);
  const lineEnd = tail.indexOf('\n');
  const kept = lineEnd >= 0 && lineEnd < tail.length - 1 ? tail.slice(lineEnd + 1) : tail;
  return {
    text: kept,
    note: `The first ${text.length - kept.length} characters were left out; this is the end of the text.`,
  };
};
