// Takes out of a text what a terminal would obey instead of showing.

// Sequences that colour, move or rename (ECMA-48: control sequences, and commands ended by a bell or an escape).
const sequences =
  /(?:(?![\n\t])\p{Cc}\[|\u009b)[0-?]*[ -/]*[@-~]|(?:(?![\n\t])\p{Cc}\]|\u009d)[^\p{Cc}]*(?:(?![\n\t])\p{Cc}\\?)?/gu;
const controls = /(?![\n\t])\p{Cc}/gu;
// Marks that turn the direction of the text around them, so that it reads as another.
const turning = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** A text of several lines without anything that a terminal would obey; line ends and tabs stay. */
export const cleanText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(sequences, '')
    .replaceAll(controls, '')
    .replaceAll(turning, '');

/** The same on one line: a name that somebody chose cannot begin a line of its own. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim();
