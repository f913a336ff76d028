// Shares the server between principals: each runs a bounded number of calls, waits in a bounded queue, and takes turns with the others.
import type { CoarseTimer } from './coarse-timer.ts';
import { type Held, holdPlace, type Place } from './place.ts';

/** How much may run, wait and sleep. */
export interface CallBounds {
  /** Calls of one principal that run at the same time. */
  readonly runningEach: number;
  /** Calls of one principal that wait. */
  readonly waitingEach: number;
  /** Calls of all principals that run at the same time. */
  readonly runningAll: number;
  /** Of these, places that only a principal with nothing running may take. Default none. */
  readonly spare?: number;
  /** Calls of one principal that have given up their place because they only sleep; the others keep it. Default none. */
  readonly sleepingEach?: number;
  /** The longest a call waits, in milliseconds. */
  readonly longestWait: number;
}

/** Bounds that suit one core: enough to keep it busy, few enough that one principal cannot fill it. */
export const usualBounds: CallBounds = {
  runningEach: 32,
  waitingEach: 128,
  runningAll: 512,
  spare: 64,
  sleepingEach: 256,
  longestWait: 15_000,
};

/** Why there is no place. */
export type NoPlace = 'queue_full' | 'waited_too_long' | 'closing' | 'gone';

interface Waiting {
  readonly weight: number;
  /** Takes the place that is free now, or says why there is none. */
  readonly start: (why: NoPlace | null) => void;
}

interface Line {
  running: number;
  sleeping: number;
  readonly waiting: Waiting[];
  /** Calls that have slept and want their place back; before all that wait. */
  readonly waking: Waiting[];
}

const isIdle = (line: Line): boolean =>
  line.running + line.sleeping + line.waiting.length + line.waking.length === 0;

/** Places for calls. */
export class PrincipalLimits {
  readonly #bounds: CallBounds;
  readonly #timer: CoarseTimer;
  /** Principals with calls that run, sleep or wait; the order in the map is the order of turns. */
  readonly #lines = new Map<string, Line>();
  #running = 0;
  #waiting = 0;
  #sleeping = 0;
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

  get sleeping(): number {
    return this.#sleeping;
  }

  /**
   * A place for `weight` calls of a principal, now or after its turn has come. A batch that is heavier than
   * the bound still runs, alone.
   */
  take(principal: string, weight: number, signal: AbortSignal): Place | Promise<Place | NoPlace> {
    const line = this.#lineOf(principal);
    if (line.waiting.length + line.waking.length === 0 && this.#fits(line, weight))
      return this.#start(principal, line, weight);
    return this.#wait(principal, line, weight, signal);
  }

  /** Refuses everything that waits, and whatever would have to wait from now on; what has begun goes on. */
  close(): void {
    this.#closing = true;
    for (const [principal, line] of [...this.#lines]) {
      for (const one of line.waiting.splice(0)) one.start('closing');
      for (const one of line.waking.splice(0)) one.start(null);
      this.#forget(principal, line);
    }
  }

  #lineOf(principal: string): Line {
    const line = this.#lines.get(principal) ?? { running: 0, sleeping: 0, waiting: [], waking: [] };
    this.#lines.set(principal, line);
    return line;
  }

  #forget(principal: string, line: Line): void {
    if (isIdle(line) && this.#lines.get(principal) === line) this.#lines.delete(principal);
  }

  #fits(line: Line, weight: number): boolean {
    const { runningEach, runningAll, spare = 0 } = this.#bounds;
    if (line.running > 0 && line.running + weight > runningEach) return false;
    if (this.#running === 0) return true;
    return this.#running + weight <= (line.running > 0 ? runningAll - spare : runningAll);
  }

  #add(line: Line, weight: number): void {
    line.running += weight;
    this.#running += weight;
  }

  #start(principal: string, line: Line, weight: number): Place {
    this.#add(line, weight);
    const held: Held = {
      giveBack: (all) => {
        this.#add(line, -all);
        this.#forget(principal, line);
        if (this.#waiting > 0) this.#startNext();
      },
      fallAsleep: () => {
        if (line.sleeping >= (this.#bounds.sleepingEach ?? 0)) return false;
        line.sleeping += 1;
        this.#sleeping += 1;
        this.#add(line, -1);
        if (this.#waiting > 0) this.#startNext();
        return true;
      },
      wakeUp: (wanted) => this.#wake(principal, line, wanted),
    };
    return holdPlace(held, weight);
  }

  /** Gives a call its place back after it has slept: before those that wait, and whenever one is free. */
  async #wake(principal: string, line: Line, wanted: () => boolean): Promise<boolean> {
    line.sleeping -= 1;
    this.#sleeping -= 1;
    if (!wanted()) {
      this.#forget(principal, line);
      return false;
    }
    if (this.#closing || this.#fits(line, 1)) {
      this.#add(line, 1);
      return true;
    }
    await new Promise<void>((resolve) => {
      this.#waiting += 1;
      line.waking.push({
        weight: 1,
        start: () => {
          this.#waiting -= 1;
          this.#add(line, 1);
          resolve();
        },
      });
    });
    return true;
  }

  #wait(
    principal: string,
    line: Line,
    weight: number,
    signal: AbortSignal,
  ): Promise<Place | NoPlace> {
    const refused = this.#closing
      ? 'closing'
      : line.waiting.length >= this.#bounds.waitingEach
        ? 'queue_full'
        : null;
    if (refused !== null) {
      this.#forget(principal, line);
      return Promise.resolve(refused);
    }
    return new Promise((resolve) => {
      const leave = (why: NoPlace): void => {
        const index = line.waiting.indexOf(entry);
        if (index < 0) return;
        line.waiting.splice(index, 1);
        entry.start(why);
        this.#forget(principal, line);
      };
      const gone = (): void => leave('gone');
      const entry: Waiting = {
        weight,
        start: (why) => {
          this.#waiting -= 1;
          cancel();
          signal.removeEventListener('abort', gone);
          resolve(why ?? this.#start(principal, line, weight));
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
      const queue = line.waking.length > 0 ? line.waking : line.waiting;
      const [first] = queue;
      if (!first || !this.#fits(line, first.weight)) continue;
      queue.shift();
      this.#lines.delete(principal);
      this.#lines.set(principal, line);
      first.start(null);
    }
  }
}
