// Takes out of a text what a terminal would obey instead of showing.

import { shownToPeople } from '../../tools/invisible/visible.ts';

// Sequences that colour, move or rename (ECMA-48: control sequences, and commands ended by a bell or an escape).
const sequences =
  /(?:(?![\n\t])\p{Cc}\[|\u009b)[0-?]*[ -/]*[@-~]|(?:(?![\n\t])\p{Cc}\]|\u009d)[^\p{Cc}]*(?:(?![\n\t])\p{Cc}\\?)?/gu;
const controls = /(?![\n\t])\p{Cc}/gu;
/**
 * A text of several lines without anything that a terminal would obey; line ends and tabs stay. What nobody sees, or
 * what turns the text around it, is shown by its number: two names that look alike must not.
 */
export const cleanText = (text: string): string =>
  shownToPeople(text.replaceAll('\r\n', '\n').replaceAll(sequences, '').replaceAll(controls, ''));

/** The same on one line: a name that somebody chose cannot begin a line of its own. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim();
