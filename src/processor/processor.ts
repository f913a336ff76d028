// Shares the processor between principals: small work at once while there is time, long work in slices, everything in rotation.
import { Lines } from './lines.ts';
import { type Loop, processLoop } from './loop.ts';
import type { Slices } from './slices.ts';

/** How long one turn of the loop may take. Times in milliseconds. */
export interface TurnBounds {
  /** Small work begins until a turn has taken so long; what still waits goes on in the next one. */
  readonly turn: number;
  /** Long work gives way after so long; one slice of it has its place in every turn. */
  readonly slice: number;
  /** While connections are being accepted, one a turn, work begins only in every so many turns. */
  readonly whileAccepting: number;
}

/** Short enough that nobody notices a turn, long enough that turning costs nothing. */
export const usualTurns: TurnBounds = { turn: 5, slice: 3, whileAccepting: 8 };

/**
 * The processor of this process. Node has one thread for everything: whoever works there holds up all others, so work
 * that can be much is begun through here.
 */
export class Processor {
  readonly #bounds: TurnBounds;
  readonly #loop: Loop;
  readonly #small = new Lines();
  readonly #long = new Lines();
  #begun = 0;
  #turn = 0;
  #isTurning = false;
  #accepted = false;

  constructor(bounds: TurnBounds = usualTurns, loop: Loop = processLoop) {
    this.#bounds = bounds;
    this.#loop = loop;
  }

  /** A connection was accepted. Node accepts one in each turn, and there may be more behind it. */
  accepted(): void {
    this.#accepted = true;
  }

  /** Resolves when small work of this principal may begin; undefined when that is now. */
  begin(principal: string): Promise<void> | undefined {
    if (!this.#isTurning) this.#startTurning();
    if (this.#small.isEmpty && !this.#accepted && !this.#isOver()) return undefined;
    return this.#small.join(principal);
  }

  /**
   * Waits for the turn of long work, and begins it. Of one principal one goes to its end before the next begins, so that
   * there is never more in memory than has to be.
   */
  async long(principal: string): Promise<Slices> {
    if (!this.#isTurning) this.#startTurning();
    await this.#long.join(principal);
    return this.slices(principal);
  }

  /** Work that has begun, and may be long. */
  slices(principal: string): Slices {
    const { slice } = this.#bounds;
    const now = (): number => this.#loop.now();
    let until = now() + slice;
    return {
      get isDue() {
        return now() >= until;
      },
      next: async () => {
        if (!this.#isTurning) this.#startTurning();
        await this.#long.rejoin(principal);
        until = now() + slice;
      },
    };
  }

  #isOver(): boolean {
    return this.#loop.now() - this.#begun >= this.#bounds.turn;
  }

  #startTurning(): void {
    this.#isTurning = true;
    this.#begun = this.#loop.now();
    this.#loop.next(() => void this.#nextTurn());
  }

  async #nextTurn(): Promise<void> {
    this.#turn += 1;
    const mayBegin = !this.#accepted || this.#turn % this.#bounds.whileAccepting === 0;
    this.#accepted = false;
    this.#begun = this.#loop.now();
    if (mayBegin) await this.#work();
    if (this.#small.isEmpty && this.#long.isEmpty) this.#isTurning = false;
    else this.#startTurning();
  }

  async #work(): Promise<void> {
    while (!this.#small.isEmpty && !this.#isOver()) await this.#beginOne(this.#small);
    do await this.#beginOne(this.#long);
    while (!this.#long.isEmpty && !this.#isOver());
  }

  /** Begins one and lets it go as far as it gets without waiting, so that the time it takes is counted. */
  #beginOne(lines: Lines): Promise<void> {
    lines.beginOne();
    return new Promise((resolve) => this.#loop.settled(resolve));
  }
}
