// Walks a JSON text before it is parsed: what it will cost, how deep it goes, and where it can be cut into pieces.

/** An object or list that is longer than a piece. */
export interface Large {
  readonly isList: boolean;
  /** Where its bracket opens, and the place behind the one that closes it. */
  readonly start: number;
  readonly end: number;
  /** Commas between its members, a piece or more apart. */
  readonly cuts: readonly number[];
  /** Members that are large themselves, each alone in its piece, by the bracket or comma before that. */
  readonly within: ReadonlyMap<number, Large>;
}

/** How much a text may hold. */
export interface LayoutBounds {
  /** Levels of objects and lists. */
  readonly depth: number;
  /** Members of one object. */
  readonly fields: number;
  /** Letters that are parsed at one go. */
  readonly piece: number;
}

/** What is wrong with a text. */
export type Unfit = 'too_deep' | 'too_wide' | 'broken';

// What V8 keeps for each object or list, and for each value in it, roughly.
const perContainer = 56;
const perValue = 16;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** What is open at one level of the walk. */
interface Open {
  isList: boolean;
  start: number;
  commas: number;
  lastComma: number;
  lastCut: number;
  /** A large member has just ended: the next comma is a cut. */
  isAlone: boolean;
  cuts: number[];
  within: Map<number, Large>;
}

const level = (): Open => ({
  isList: false,
  start: 0,
  commas: 0,
  lastComma: 0,
  lastCut: 0,
  isAlone: false,
  cuts: [],
  within: new Map(),
});

/** The closing quote of a text that begins before `from`; the end where there is none. */
const closingQuote = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
};

/** A walk over one text, which can be interrupted anywhere. */
export class Layout {
  readonly #text: string;
  readonly #bounds: LayoutBounds;
  /** One entry for each level, used again for whatever opens there. */
  readonly #open: Open[] = [];
  #at = 0;
  #depth = 0;
  #deepest = 0;
  #containers = 0;
  #values = 0;
  #root: Large | undefined;
  #unfit: Unfit | undefined;

  constructor(text: string, bounds: LayoutBounds) {
    this.#text = text;
    this.#bounds = bounds;
  }

  get isOver(): boolean {
    return this.#unfit !== undefined || this.#at >= this.#text.length;
  }

  /** Why the text is not to be parsed, as far as the walk has come. */
  get unfit(): Unfit | undefined {
    return this.#unfit;
  }

  /** Estimated bytes of memory that the parsed text will hold. */
  get weight(): number {
    return this.#text.length + this.#containers * perContainer + this.#values * perValue;
  }

  get depth(): number {
    return this.#deepest;
  }

  /** The whole, when it is longer than a piece. */
  get root(): Large | undefined {
    return this.#root;
  }

  /** Walks on over so many letters; texts are passed over whole. */
  walk(letters: number): void {
    const text = this.#text;
    const until = Math.min(text.length, this.#at + letters);
    let at = this.#at;
    for (; at < until && this.#unfit === undefined; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) at = closingQuote(text, at + 1);
      else if (code === comma) this.#separate(at);
      else if (code === openList || code === openObject) this.#enter(at, code === openList);
      else if (code === closeList || code === closeObject) this.#leave(at, code === closeList);
    }
    this.#at = at;
  }

  #enter(at: number, isList: boolean): void {
    this.#containers += 1;
    this.#depth += 1;
    if (this.#depth > this.#deepest) this.#deepest = this.#depth;
    if (this.#depth > this.#bounds.depth) this.#unfit = 'too_deep';
    const open = this.#open[this.#depth] ?? level();
    this.#open[this.#depth] = open;
    open.isList = isList;
    open.start = at;
    open.commas = 0;
    open.lastComma = at;
    open.lastCut = at;
    open.isAlone = false;
  }

  #separate(at: number): void {
    this.#values += 1;
    const open = this.#depth > 0 ? this.#open[this.#depth] : undefined;
    if (!open) return;
    open.commas += 1;
    if (!open.isList && open.commas >= this.#bounds.fields) this.#unfit = 'too_wide';
    open.lastComma = at;
    if (open.isAlone || at - open.lastCut >= this.#bounds.piece) this.#cut(open, at);
  }

  #cut(open: Open, at: number): void {
    open.cuts.push(at);
    open.lastCut = at;
    open.isAlone = false;
  }

  #leave(at: number, isList: boolean): void {
    const open = this.#depth > 0 ? this.#open[this.#depth] : undefined;
    if (!open || open.isList !== isList) {
      this.#unfit = 'broken';
      return;
    }
    this.#depth -= 1;
    if (at + 1 - open.start <= this.#bounds.piece) return;
    const { start, cuts, within } = open;
    const large: Large = { isList, start, end: at + 1, cuts, within };
    open.cuts = [];
    open.within = new Map();
    const around = this.#depth > 0 ? this.#open[this.#depth] : undefined;
    if (around) this.#setApart(around, large);
    else this.#root ??= large;
  }

  #setApart(around: Open, large: Large): void {
    if (around.lastComma > around.lastCut) this.#cut(around, around.lastComma);
    around.within.set(around.lastCut, large);
    around.isAlone = true;
  }
}
