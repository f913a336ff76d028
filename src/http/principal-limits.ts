// Shares the server between principals: each runs a bounded number of calls, waits in a bounded queue, and takes turns with the others.
import type { CoarseTimer } from './coarse-timer.ts';

/** How much may run and wait. */
export interface CallBounds {
  /** Calls of one principal that run at the same time. */
  readonly runningEach: number;
  /** Calls of one principal that wait. */
  readonly waitingEach: number;
  /** Calls of all principals that run at the same time. */
  readonly runningAll: number;
  /** The longest a call waits, in milliseconds. */
  readonly longestWait: number;
}

/** Bounds that suit one core: enough to keep it busy, few enough that one principal cannot fill it. */
export const usualBounds: CallBounds = {
  runningEach: 32,
  waitingEach: 128,
  runningAll: 512,
  longestWait: 15_000,
};

/** Leave to run; given back exactly once. */
export interface Place {
  release(): void;
}

/** Why there is no place. */
export type NoPlace = 'queue_full' | 'waited_too_long' | 'closing' | 'gone';

interface Waiting {
  readonly weight: number;
  readonly start: (place: Place | NoPlace) => void;
}

interface Line {
  running: number;
  readonly waiting: Waiting[];
}

/** Places for calls. */
export class PrincipalLimits {
  readonly #bounds: CallBounds;
  readonly #timer: CoarseTimer;
  /** Principals with calls that run or wait; the order in the map is the order of turns. */
  readonly #lines = new Map<string, Line>();
  #running = 0;
  #waiting = 0;
  #closing = false;

  constructor(bounds: CallBounds, timer: CoarseTimer) {
    this.#bounds = bounds;
    this.#timer = timer;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * A place for `weight` calls of a principal, now or after its turn has come. A batch that is heavier than
   * the bound still runs, alone.
   */
  take(principal: string, weight: number, signal: AbortSignal): Place | Promise<Place | NoPlace> {
    const line = this.#lines.get(principal) ?? { running: 0, waiting: [] };
    this.#lines.set(principal, line);
    if (line.waiting.length === 0 && this.#fits(line, weight))
      return this.#start(principal, line, weight);
    return this.#wait(principal, line, weight, signal);
  }

  /** Refuses everything that waits, and whatever would have to wait from now on. */
  close(): void {
    this.#closing = true;
    for (const line of this.#lines.values())
      for (const one of line.waiting.splice(0)) one.start('closing');
  }

  #fits(line: Line, weight: number): boolean {
    const fitsOwn = line.running === 0 || line.running + weight <= this.#bounds.runningEach;
    return fitsOwn && (this.#running === 0 || this.#running + weight <= this.#bounds.runningAll);
  }

  #start(principal: string, line: Line, weight: number): Place {
    line.running += weight;
    this.#running += weight;
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        line.running -= weight;
        this.#running -= weight;
        if (line.running === 0 && line.waiting.length === 0) this.#lines.delete(principal);
        if (this.#waiting > 0) this.#startNext();
      },
    };
  }

  #wait(
    principal: string,
    line: Line,
    weight: number,
    signal: AbortSignal,
  ): Promise<Place | NoPlace> {
    if (this.#closing) {
      if (line.running === 0) this.#lines.delete(principal);
      return Promise.resolve('closing');
    }
    if (line.waiting.length >= this.#bounds.waitingEach) return Promise.resolve('queue_full');
    return new Promise((resolve) => {
      const leave = (why: NoPlace): void => {
        const index = line.waiting.indexOf(entry);
        if (index < 0) return;
        line.waiting.splice(index, 1);
        entry.start(why);
      };
      const gone = (): void => leave('gone');
      const entry: Waiting = {
        weight,
        start: (place) => {
          this.#waiting -= 1;
          cancel();
          signal.removeEventListener('abort', gone);
          if (line.running === 0 && line.waiting.length === 0) this.#lines.delete(principal);
          resolve(place);
        },
      };
      line.waiting.push(entry);
      this.#waiting += 1;
      signal.addEventListener('abort', gone, { once: true });
      const cancel = this.#timer.after(this.#bounds.longestWait, () => leave('waited_too_long'));
    });
  }

  /** Starts what fits now, one call of each principal in turn. */
  #startNext(): void {
    // Whoever had a turn is put at the end of the map and met again there, so one walk goes round until nothing fits.
    for (const [principal, line] of this.#lines) {
      if (this.#running >= this.#bounds.runningAll) return;
      const [first] = line.waiting;
      if (!first || !this.#fits(line, first.weight)) continue;
      line.waiting.shift();
      this.#lines.delete(principal);
      this.#lines.set(principal, line);
      first.start(this.#start(principal, line, first.weight));
    }
  }
}
