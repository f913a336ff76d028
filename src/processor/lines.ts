// Lines of work that waits, one for each principal; whoever had a turn is last in the rotation.

/** Work that waits. */
export class Lines {
  /** The order in the map is the order of turns. */
  readonly #lines = new Map<string, (() => void)[]>();

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /** Resolves when the turn has come, after whatever else of the principal waits. */
  join(principal: string): Promise<void> {
    return new Promise((resolve) => this.#of(principal).push(resolve));
  }

  /** The same before whatever else of the principal waits: what has begun comes to its end first. */
  rejoin(principal: string): Promise<void> {
    return new Promise((resolve) => this.#of(principal).unshift(resolve));
  }

  #of(principal: string): (() => void)[] {
    const line = this.#lines.get(principal) ?? [];
    this.#lines.set(principal, line);
    return line;
  }

  /** Begins the first work of the principal whose turn it is. */
  beginOne(): void {
    const [first] = this.#lines;
    if (!first) return;
    const [principal, line] = first;
    this.#lines.delete(principal);
    line.shift()?.();
    if (line.length > 0) this.#lines.set(principal, line);
  }
}
