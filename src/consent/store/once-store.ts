// Keeps texts that are made once and never changed: whoever makes one first has decided.

/** A store of texts by name. Two processes that make the same name at once: exactly one is told that it did. */
export interface OnceStore {
  /** Keeps a text under a name; false when there is one already. */
  make(name: string, text: string): Promise<boolean>;
  /** The text under a name; undefined when there is none, or its time is over. */
  read(name: string): Promise<string | undefined>;
  /** The names that end so, in no order. */
  names(ending: string): Promise<readonly string[]>;
}

/** How long texts are kept, in milliseconds: longer than any question, approval or refusal counts. */
export const keptFor = 3 * 60 * 60 * 1_000;

/** Names are of our own making; anything else leads nowhere. */
export const isName = (name: string): boolean => /^[\da-z]{1,32}\.[a-z]{1,16}$/.test(name);
