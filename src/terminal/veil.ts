// Hides credentials in what is written to a person.

/** What stands in the place of a credential. */
export const veiled = '[token]';

// DigitalOcean's tokens and keys, and the keys that this server makes, by what they begin with; a part of one as well.
const prefixed = /(?:d[a-z]{2}_v1_|sk_do_|domcp_)[A-Za-z0-9_-]*[A-Za-z0-9]/g;
const bearer = /\b(bearer\s+)[^\s"',;]{12,}/gi;
const userInformation = /(:\/\/)[^\s/@]+@/g;

/** Anything shorter would be found in ordinary words. */
const shortestSecret = 8;

/** A text without the credentials that can be told by their form, and without those that are known. */
export const veil = (text: string, known: readonly string[] = []): string =>
  known
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, veiled), text)
    .replaceAll(prefixed, veiled)
    .replaceAll(bearer, `$1${veiled}`)
    .replaceAll(userInformation, `$1${veiled}@`);

// What is left of a token when its beginning is cut off: a run of hexadecimal digits, or of letters mixed with digits.
const hexadecimal = /[0-9a-f]{16,}/gi;
const mixed = /[A-Za-z0-9]{20,}/g;

const isMixed = (run: string): boolean =>
  (run.match(/\d/g) ?? []).length >= 3 && /[a-z]/i.test(run);

const longest = 100;

/**
 * A wrong value as it may be repeated to whoever gave it: on one line, bounded, and without what may be a token in
 * a wrong place, or a part of one. Every sentence that repeats a value goes through here.
 */
export const shown = (value: string): string => {
  const line = value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const safe = veil(line)
    .replaceAll(hexadecimal, veiled)
    .replaceAll(mixed, (run) => (isMixed(run) ? veiled : run));
  const characters = Array.from(safe);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : safe;
};
