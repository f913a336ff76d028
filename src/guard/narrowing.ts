// Narrows what its caller may to what a request asks to be held to: it takes away, and never gives.
import type { Narrowed } from './narrowed.ts';
import type { Selection } from './selection.ts';

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
