// Hides credentials in what is written to a person, and in wrong values that are repeated to whoever gave them.
import { beginningOf, shortened } from '../../tools/cut-text.ts';
import { createVeil, type Veil } from '../../tools/secrets/veil.ts';

/** What stands in the place of a credential. */
export const veiled = '[token]';

/** A veil for everything that a person reads; these secrets are known by their very text. */
export const terminalVeil = (secrets: readonly string[]): Veil => createVeil(secrets, veiled);

// A part of a token: with its beginning, which tells what it is, or without, as a run of hexadecimal digits or of
// letters mixed with digits.
const prefixed = /(?:d[a-z]{2}_v1_|sk_do_|domcp_)[A-Za-z0-9_-]+/gi;
const hexadecimal = /[0-9a-f]{16,}/gi;
const mixed = /[A-Za-z0-9]{20,}/g;

const isMixed = (run: string): boolean =>
  (run.match(/\d/g) ?? []).length >= 3 && /[a-z]/i.test(run);

const longest = 100;
/** More is looked at than is shown, so that no credential is cut in two before it is seen. */
const lookedAt = 4_096;

/** A text without what may be a token in a wrong place, or a part of one. */
export const veilParts = (text: string): string =>
  terminalVeil([])(text)
    .replaceAll(prefixed, veiled)
    .replaceAll(hexadecimal, veiled)
    .replaceAll(mixed, (run) => (isMixed(run) ? veiled : run));

/**
 * A wrong value as it may be repeated to whoever gave it: on one line, bounded, and without what may be a token in
 * a wrong place, or a part of one. Every sentence that repeats a value goes through here.
 */
export const shown = (value: string): string => {
  const line = beginningOf(value, lookedAt)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return shortened(veilParts(line), longest);
};
