// Cuts text between what people take for characters, never inside one: half an emoji breaks whoever reads it as JSON.

// As far as the parts of one character may reach that is worth keeping whole; longer ones are cut between code points.
const reach = 64;

const isPlain = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) < 0x80 && text.charCodeAt(at) < 0x80;

/** The place of a cut, or a little before it where it would fall inside a character. */
const placeOf = (text: string, at: number): number => {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  if (isPlain(text, at)) return at;
  const from = Math.max(0, at - reach);
  const around = text.slice(from, at + reach);
  const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    .segment(around)
    .containing(at - from);
  if (whole && whole.index > 0) return from + whole.index;
  // The character is longer than we look back: between its code points is good enough.
  return text.codePointAt(at - 1) === text.charCodeAt(at - 1) ? at : at - 1;
};

/** The beginning of a text: at most so many UTF-16 units of it, no character cut in two. */
export const beginningOf = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, placeOf(text, longest));

/** The end of a text: at most so many UTF-16 units of it, no character cut in two. */
export const endOf = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const at = text.length - longest;
  const before = placeOf(text, at);
  if (before === at) return text.slice(at);
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(before, before + 2 * reach),
  );
  const next = before + (first?.segment.length ?? 1);
  return text.slice(next >= at ? next : at);
};

/** The text, or its beginning and three dots where it is longer than so many UTF-16 units. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${beginningOf(text, longest)}…`;
