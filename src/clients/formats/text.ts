// How a text is laid out: its line ends, its indentation, and where its lines begin and end.

/** A range of a text, and what comes in its place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text after edits that do not overlap. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (sofar, { from, to, text: piece }) => sofar.slice(0, from) + piece + sofar.slice(to),
      text,
    );

/** The line end that a text uses first; a line feed where it has none. */
export const lineEndOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? '\n';

/** Where the line of a position begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line of a position ends, before its line end. */
export const lineStop = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
};

/** The blanks that the line of a position begins with. */
export const indentationAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';

/** What one level of indentation is: the first that the text has, else two blanks. */
export const indentUnitOf = (text: string): string => {
  const found = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return found.startsWith('\t') ? '\t' : found;
};

/** A place as a person finds it, both numbers counted from one. */
export const placeIn = (text: string, at: number): string => {
  const start = lineStart(text, at);
  return `line ${text.slice(0, start).split('\n').length}, column ${at - start + 1}`;
};
