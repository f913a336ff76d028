// Patterns of names: the whole text, in which * stands for any run of characters and ? for one.

/** Whether a text is what a pattern means. Goes over the text once for each piece between stars. */
const fits = (pieces: readonly string[], text: string): boolean => {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text.length === first.length && startsAt(text, first, 0);
  if (text.length < first.length + last.length || !startsAt(text, first, 0)) return false;
  const end = text.length - last.length;
  if (!startsAt(text, last, end)) return false;
  let from = first.length;
  for (const piece of others) {
    while (from + piece.length <= end && !startsAt(text, piece, from)) from += 1;
    if (from + piece.length > end) return false;
    from += piece.length;
  }
  return true;
};

const startsAt = (text: string, piece: string, at: number): boolean => {
  for (let index = 0; index < piece.length; index++)
    if (piece[index] !== '?' && piece[index] !== text[at + index]) return false;
  return true;
};

/** Names are one however they are written: in capitals, or a domain with its last dot. */
const plain = (text: string): string => text.toLowerCase().replace(/\.$/, '');

/** Whether a text is meant by one of these patterns. */
export const matcherOf = (patterns: readonly string[]): ((text: string) => boolean) => {
  const all = patterns.map((pattern) => plain(pattern).split(/\*+/));
  return (text) => {
    const one = plain(text);
    return all.some((pieces) => fits(pieces, one));
  };
};
