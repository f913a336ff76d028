// Remembers by the hash of a token, for a bounded time and a bounded number.

interface Remembered<T> {
  readonly value: T;
  readonly until: number;
}

/** Entries by the hash of their token: the least recently used one goes first when there are too many. */
export class TokenMemory<T> {
  readonly #entries = new Map<string, Remembered<T>>();
  readonly #most: number;
  readonly #lifetime: number;
  readonly #from: 'setting' | 'use';

  /**
   * @param lifetime how long an entry counts, in milliseconds.
   * @param from since when: since it was set, however often it is used, or since its last use.
   */
  constructor(most: number, lifetime: number, from: 'setting' | 'use') {
    this.#most = most;
    this.#lifetime = lifetime;
    this.#from = from;
  }

  get(hash: string, now: number): T | undefined {
    const entry = this.#entries.get(hash);
    if (!entry) return undefined;
    this.#entries.delete(hash);
    if (now >= entry.until) return undefined;
    const until = this.#from === 'use' ? now + this.#lifetime : entry.until;
    this.#entries.set(hash, { value: entry.value, until });
    return entry.value;
  }

  set(hash: string, value: T, now: number): void {
    this.#entries.delete(hash);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= this.#most && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(hash, { value, until: now + this.#lifetime });
  }

  delete(hash: string): void {
    this.#entries.delete(hash);
  }
}
