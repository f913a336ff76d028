// Makes one sentence of whatever a server says: without the token, without other credentials, on one line, bounded.
import { shortened } from '../../../tools/cut-text.ts';
import { createVeil as hideCredentials, type Veil } from '../../../tools/secrets/veil.ts';

export type { Veil } from '../../../tools/secrets/veil.ts';

const longestSentence = 600;
// Only so much is looked at, so that a reply of megabytes costs no more than one of a page.
const longestLookedAt = 16_384;

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f;
};

/** A function that removes this token, and anything else that looks like a credential, and makes one sentence of the rest. */
export const createVeil = (token: string): Veil => {
  const hide = hideCredentials([token], '[token]');
  return (text) => {
    const line = Array.from(hide(text.slice(0, longestLookedAt)), (character) =>
      isControl(character) ? ' ' : character,
    )
      .join('')
      .trim();
    return shortened(line, longestSentence);
  };
};
