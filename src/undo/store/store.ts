// Keeps encrypted texts by id for a time, bounded in number.

/** A store of texts. Ids are those of the record. */
export interface Store {
  /** Keeps a text under an id, instead of what is there. */
  put(id: string, text: string, until: number): Promise<void>;
  /** The text under an id; undefined when there is none, or its time is over. */
  read(id: string): Promise<string | undefined>;
  ids(): Promise<readonly string[]>;
  remove(id: string): Promise<void>;
  /** Takes an id in hand, so that nobody else does the same with it; false when somebody has. */
  take(id: string): Promise<boolean>;
  /** Gives it free again. */
  release(id: string): Promise<void>;
}

/** Ids are of our own making; anything else leads nowhere. */
export const isId = (id: string): boolean => /^[\da-f]{8}-\d{1,12}$/.test(id);

/** How long an id stays in hand, in milliseconds, where a process ended without giving it free. */
export const heldFor = 10 * 60_000;
