// What a request asks to be held to beside its caller's rights: it takes away, and never gives.
import type { Selection } from './selection.ts';

/** What a request is narrowed to. */
export interface Narrowed {
  /** Current names of tools; null: all. */
  readonly tools: ReadonlySet<string> | null;
  /** Only what reads. */
  readonly readOnly: boolean;
}

/** Narrows selections; the same one comes out for the same, so that lists that were worked out for it are kept. */
export class Narrowing {
  readonly #narrowed: Narrowed;
  readonly #made = new WeakMap<Selection, Selection>();

  constructor(narrowed: Narrowed) {
    this.#narrowed = narrowed;
  }

  of(selection: Selection): Selection {
    const known = this.#made.get(selection);
    if (known) return known;
    const narrowed = this.#narrowed;
    const made = { ...selection, narrowed, readOnly: selection.readOnly || narrowed.readOnly };
    this.#made.set(selection, made);
    return made;
  }
}
