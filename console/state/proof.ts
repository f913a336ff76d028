// The page's half of a session: sent with every request, so that a cookie alone opens nothing.

const place = 'do-mcp-console-proof';

/** Sent where nobody has signed in: the server tells whether that is enough. */
const none = 'none';

/** The proof of the session in this browser. */
export const keptProof = (): string => {
  try {
    return localStorage.getItem(place) ?? none;
  } catch {
    return none;
  }
};

/** Keeps the proof of a new session, or forgets the old one. */
export const keepProof = (proof: string | null): void => {
  try {
    if (proof === null) localStorage.removeItem(place);
    else localStorage.setItem(place, proof);
  } catch {
    // Without a place for it, the next page asks to sign in again.
  }
};
