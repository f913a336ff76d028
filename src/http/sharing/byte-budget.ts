// Bounds the sum of the request bodies that are held at the same time, for each principal and for all.

/** Bytes of bodies that are read, wait or are worked on. */
export interface BodyBounds {
  readonly each: number;
  readonly all: number;
}

/** What fits beside everything else into a heap of 256 MiB. */
export const usualBodyBounds: BodyBounds = { each: 8 << 20, all: 32 << 20 };

/** Bytes that are held, by principal. */
export class ByteBudget {
  readonly #bounds: BodyBounds;
  readonly #held = new Map<string, number>();
  #all = 0;

  constructor(bounds: BodyBounds) {
    this.#bounds = bounds;
  }

  /**
   * Holds so many bytes for a principal.
   * @returns gives them back, once; undefined when they do not fit beside what is held already.
   */
  take(principal: string, bytes: number): (() => void) | undefined {
    const own = this.#held.get(principal) ?? 0;
    if (own + bytes > this.#bounds.each || this.#all + bytes > this.#bounds.all) return undefined;
    this.#add(principal, bytes);
    let held = true;
    return () => {
      if (held) this.#add(principal, -bytes);
      held = false;
    };
  }

  #add(principal: string, bytes: number): void {
    const own = (this.#held.get(principal) ?? 0) + bytes;
    this.#all += bytes;
    if (own > 0) this.#held.set(principal, own);
    else this.#held.delete(principal);
  }
}
