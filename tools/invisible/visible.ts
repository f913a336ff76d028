// Shows what nobody sees in a text, and puts it back: ⟦U+200B⟧ stands for the character with that number.
import { endOf } from '../cut-text.ts';
import { flags, isInPlace, unseen } from './rule.ts';

/** What every mark begins with. */
export const opening = '\u27e6';
const closing = '\u27e7';
const inside = String.raw`U\+[0-9A-Fa-f]{1,6}${closing}`;

// Made when they are first needed: classes of Unicode cost a start a millisecond.
let found: { readonly toShow: RegExp; readonly isUnseen: RegExp } | undefined;
const finders = () => {
  found ??= {
    toShow: new RegExp(`${flags}|${unseen}|${opening}(?=${inside})`, 'gu'),
    isUnseen: new RegExp(`^(?:${unseen})$`, 'u'),
  };
  return found;
};
const shownMark = new RegExp(`${opening}U\\+([0-9A-Fa-f]{1,6})${closing}`, 'g');

const markOf = (one: string): string =>
  `${opening}U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}${closing}`;

const shownAs = (one: string, at: number, text: string): string =>
  // A flag is found whole, and stays.
  one.length > 2 || (one !== opening && isInPlace(text, at)) ? one : markOf(one);

/** Whether a text cannot hold anything to show: letters as a keyboard has them, and line ends. */
export const isPlain = (text: string): boolean => !/[^\t\n -~]/.test(text);

/** The text with everything shown that nobody sees; what looks like a mark stays as it is. For people. */
export const shownToPeople = (text: string): string =>
  isPlain(text)
    ? text
    : text.replaceAll(finders().toShow, (one, at: number) =>
        one === opening ? one : shownAs(one, at, text),
      );

/**
 * The text with everything shown that nobody sees. What looks like a mark already is marked itself, so that `restored`
 * gives back every text exactly.
 */
export const visible = (text: string): string =>
  isPlain(text) ? text : text.replaceAll(finders().toShow, shownAs);

/** The text that `visible` was given; every other text as it is, unless it holds what `visible` writes. */
export const restored = (text: string): string =>
  text.includes(opening)
    ? text.replaceAll(shownMark, (mark, digits: string) => {
        const code = Number.parseInt(digits, 16);
        if (code > 0x10_ffff) return mark;
        const one = String.fromCodePoint(code);
        return one === opening || finders().isUnseen.test(one) ? one : mark;
      })
    : text;

/** The end of a text: what takes at most so many characters when it is shown, no character cut in two. */
export const shownEndOf = (text: string, longest: number): string => {
  const tail = endOf(text, longest);
  let over = isPlain(tail) ? 0 : visible(tail).length - longest;
  if (over <= 0) return tail;
  let at = 0;
  for (const { 0: one, index } of tail.matchAll(finders().toShow)) {
    if (over <= index - at) break;
    over -= index - at + shownAs(one, index, tail).length;
    at = index + one.length;
    if (over <= 0) break;
  }
  return endOf(tail, tail.length - at - Math.max(0, over));
};
