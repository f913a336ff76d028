// What a check finds, as data; and the table of what can be found, from which docs/troubleshooting.md is written.

/** How much a finding weighs: nothing works until what blocks is mended. */
export type Level = 'ok' | 'note' | 'warning' | 'blocks';

/** What `--fix` may do about a finding: harmless, and undone by hand as easily. */
export interface Fix {
  /** What it has done, in a sentence. */
  readonly did: string;
  /** @throws when it cannot be done. */
  readonly run: () => void;
}

/** Something that was found. */
export interface Finding {
  /** Stable, for programs: `token.expires_soon`. */
  readonly id: string;
  readonly level: Level;
  /** What was found, in a sentence or two. */
  readonly found: string;
  /** Further lines, one thing each. */
  readonly details: readonly string[];
  /** What to do, in a sentence or two; null when nothing has to be done. */
  readonly remedy: string | null;
  readonly fix: Fix | null;
}

/** One line of the table of what can be found. */
export interface Meaning {
  readonly level: Level;
  /** What it means for whoever uses the server. */
  readonly means: string;
  /** What to do about it in general; a finding may say it more exactly. Null when nothing has to be done. */
  readonly remedy: string | null;
  /** What `--fix` does about it; absent when nothing. */
  readonly fixes?: string;
}

/** What a check can find, by id. */
export type Meanings<Id extends string = string> = Readonly<Record<Id, Meaning>>;

/** What a finding says beyond its line of the table. */
export interface Said {
  readonly details?: readonly string[];
  readonly remedy?: string;
  readonly fix?: Fix;
}

/** Makes findings of a table: each has the level that its line says, and its remedy unless another is given. */
export const findingsOf =
  <Id extends string>(meanings: Meanings<Id>) =>
  (id: Id, found: string, { details = [], remedy, fix }: Said = {}): Finding => ({
    id,
    level: meanings[id].level,
    found,
    details,
    remedy: remedy ?? meanings[id].remedy,
    fix: fix ?? null,
  });
