// A stretch of text, and how stretches are put together.

/** From `start` up to, and without, `end`; in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same stretches in order, those that touch or overlap as one. */
export const merged = (spans: readonly Span[]): readonly Span[] => {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
};

/**
 * The text with each stretch replaced by a mark.
 * @param first what the first is replaced by instead
 */
export const replaceSpans = (
  text: string,
  spans: readonly Span[],
  mark: string,
  first: string = mark,
): string => {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of merged(spans)) {
    pieces.push(text.slice(from, start), pieces.length === 0 ? first : mark);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
};
