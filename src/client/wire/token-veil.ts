// Keeps the token out of every sentence that leaves the client, also when a server echoes it.

// A sandbox token is a plain word; only what is long enough to be a secret is looked for literally.
const shortestSecret = 12;
// The prefixes of DigitalOcean's tokens (its API description, Authentication) and what may follow them.
const shaped = /\b(?:do[opr]_v1_|dof_v1_|sk_do_)[A-Za-z0-9_-]{6,}/g;
const bearer = /\b(bearer\s+)[^\s"',;]{12,}/gi;
const longestSentence = 600;

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f;
};

/** Hides a token in texts. */
export type Veil = (text: string) => string;

/** A function that removes this token, and anything else that looks like one, and bounds the text to a sentence. */
export const createVeil = (token: string): Veil => {
  const spellings =
    token.length >= shortestSecret
      ? [...new Set([token, encodeURIComponent(token), Buffer.from(token).toString('base64')])]
      : [];
  return (text) => {
    const plain = spellings.reduce(
      (veiled, spelling) => veiled.replaceAll(spelling, '[token]'),
      text,
    );
    const safe = plain.replace(shaped, '[token]').replace(bearer, '$1[token]');
    const line = Array.from(safe, (character) => (isControl(character) ? ' ' : character))
      .join('')
      .trim();
    return line.length > longestSentence ? `${line.slice(0, longestSentence)}…` : line;
  };
};
