// Where things stand in a JSON text: for people who look for what an error is about.

/** Line and column, both counted from one. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

type Path = readonly PropertyKey[];

const blank = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\.)*"/uy;
const scalar = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Thrown where a text stops being JSON. */
class Fault extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

const keyOf = (path: Path): string => JSON.stringify(path.map(String));

/** Reads over JSON and notes where each value begins, or its key where it has one. */
class Walk {
  readonly places = new Map<string, number>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): void {
    this.#value([]);
    this.#over(blank);
    if (this.#at < this.#text.length) throw new Fault(this.#at);
  }

  #over(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #sign(sign: string): boolean {
    this.#over(blank);
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #value(path: Path): void {
    this.#over(blank);
    const key = keyOf(path);
    if (!this.places.has(key)) this.places.set(key, this.#at);
    if (this.#sign('{')) this.#inside('}', path, () => this.#key());
    else if (this.#sign('[')) this.#inside(']', path, undefined);
    else if (this.#over(string) === undefined && this.#over(scalar) === undefined)
      throw new Fault(this.#at);
  }

  #inside(end: string, path: Path, key: (() => string) | undefined): void {
    for (let index = 0; !(index === 0 && this.#sign(end)); index++) {
      this.#over(blank);
      const at = this.#at;
      const inner = [...path, key ? key() : index];
      this.places.set(keyOf(inner), at);
      this.#value(inner);
      if (this.#sign(end)) return;
      if (!this.#sign(',')) throw new Fault(this.#at);
    }
  }

  #key(): string {
    const written = this.#over(string);
    if (written === undefined) throw new Fault(this.#at);
    if (!this.#sign(':')) throw new Fault(this.#at);
    try {
      return String(JSON.parse(written));
    } catch {
      throw new Fault(this.#at);
    }
  }
}

const placeAt = (text: string, at: number): TextPlace => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** Where a value, or its key, stands; undefined where there is none. The text is no deeper than any file of ours. */
export const jsonPlaces = (text: string): ((path: Path) => TextPlace | undefined) => {
  const walk = new Walk(text);
  try {
    walk.whole();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  return (path) => {
    const at = walk.places.get(keyOf(path));
    return at === undefined ? undefined : placeAt(text, at);
  };
};

/** Where a text stops being JSON; undefined where it is JSON. */
export const jsonFault = (text: string): TextPlace | undefined => {
  try {
    new Walk(text).whole();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return placeAt(text, error.at);
    // Nested so deeply that nobody could read it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
