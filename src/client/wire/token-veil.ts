// Makes one sentence of whatever a server says: without our tokens, without other credentials, on one line, bounded.
import { beginningOf, shortened } from '../../../tools/cut-text.ts';
import { createVeil as hideCredentials, type Veil } from '../../../tools/secrets/veil.ts';

export type { Veil } from '../../../tools/secrets/veil.ts';

const longestSentence = 600;
// Only so much is looked at, so that a reply of megabytes costs no more than one of a page.
const longestLookedAt = 16_384;

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f;
};

/**
 * A function that removes these tokens, and anything else that looks like a credential, and makes one sentence of
 * the rest.
 * @param tokens those of an identity as they stand now; the same array as long as they are the same.
 */
export const createVeil = (tokens: () => readonly string[]): Veil => {
  let hidden = tokens();
  let hide = hideCredentials(hidden, '[token]');
  return (text) => {
    const now = tokens();
    if (now !== hidden) {
      hidden = now;
      hide = hideCredentials(now, '[token]');
    }
    const line = Array.from(hide(beginningOf(text, longestLookedAt)), (character) =>
      isControl(character) ? ' ' : character,
    )
      .join('')
      .trim();
    return shortened(line, longestSentence);
  };
};
