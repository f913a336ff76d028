// Shares the room for sessions between principals: bounds for each and for all, and who makes room when there is none.

/** How many sessions there may be, and for how long. */
export interface SessionBounds {
  readonly each: number;
  readonly all: number;
  /** Of these, room that only a principal without a session gets. Default none. */
  readonly spare?: number;
  /** A session without a request for so long is closed, in milliseconds. */
  readonly idle: number;
}

/** An idle session keeps about 100 KB; a person may think for half an hour before answering. */
export const usualSessionBounds: SessionBounds = {
  each: 32,
  all: 512,
  spare: 64,
  idle: 1_800_000,
};

/** What is known of a session that takes up room. */
export interface Occupied {
  readonly owner: string;
  usedAt: number;
  /** Requests that are being answered. */
  calls: number;
  /** Streams on which the client only listens. */
  streams: number;
}

/** The open sessions by id, least recently used first. */
export class SessionRoom<S extends Occupied> {
  readonly #bounds: SessionBounds;
  readonly #end: (session: S) => void;
  readonly #open = new Map<string, S>();
  /** Sessions of each principal, those that are being opened included. */
  readonly #counts = new Map<string, number>();
  #opening = 0;

  /** @param end told about each session that is closed. */
  constructor(bounds: SessionBounds, end: (session: S) => void) {
    this.#bounds = bounds;
    this.#end = end;
  }

  get size(): number {
    return this.#open.size;
  }

  get(id: string): S | undefined {
    return this.#open.get(id);
  }

  /**
   * Keeps room for a session that is being opened.
   * @returns to be called when it is open, or will not be; undefined when there is no room.
   */
  reserve(owner: string): (() => void) | undefined {
    if (!this.#makeRoom(owner)) return undefined;
    this.#opening += 1;
    this.#count(owner, 1);
    return () => {
      this.#opening -= 1;
      this.#count(owner, -1);
    };
  }

  add(id: string, session: S): void {
    this.#open.set(id, session);
    this.#count(session.owner, 1);
  }

  /** Marks a session as used now. */
  touch(id: string, now: number): void {
    const session = this.#open.get(id);
    if (!session) return;
    this.#open.delete(id);
    session.usedAt = now;
    this.#open.set(id, session);
  }

  close(id: string): void {
    const session = this.#open.get(id);
    if (!session) return;
    this.#open.delete(id);
    this.#count(session.owner, -1);
    this.#end(session);
  }

  closeWhere(isOver: (session: S) => boolean): void {
    for (const [id, session] of [...this.#open]) if (isOver(session)) this.close(id);
  }

  /** Whether one more session fits, after closing one if need be: the principal's own, else of whoever has most. */
  #makeRoom(owner: string): boolean {
    const { each, all, spare = 0 } = this.#bounds;
    const own = this.#counts.get(owner) ?? 0;
    if (own >= each) return this.#closeOneOf(owner, isUnused);
    const taken = this.#open.size + this.#opening;
    if (taken < (own > 0 ? all - spare : all)) return true;
    const [greediest] = [...this.#counts].toSorted(([, a], [, b]) => b - a);
    if (!greediest) return false;
    const [who, most] = greediest;
    // Whoever has more than the newcomer would have also gives up a session on which it only listens.
    return (
      this.#closeOneOf(who, isUnused) || (most > own + 1 && this.#closeOneOf(who, onlyListens))
    );
  }

  #closeOneOf(owner: string, isSpared: (session: S) => boolean): boolean {
    for (const [id, session] of this.#open)
      if (session.owner === owner && isSpared(session)) {
        this.close(id);
        return true;
      }
    return false;
  }

  #count(owner: string, more: 1 | -1): void {
    const count = (this.#counts.get(owner) ?? 0) + more;
    if (count > 0) this.#counts.set(owner, count);
    else this.#counts.delete(owner);
  }
}

const isUnused = ({ calls, streams }: Occupied): boolean => calls + streams === 0;

const onlyListens = ({ calls }: Occupied): boolean => calls === 0;
