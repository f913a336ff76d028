// One line of the record, and the chain that binds it to the line before it.
import { hash } from 'node:crypto';

/** How far a file of the record goes: so many lines, and the hash of the last. */
export interface Position {
  readonly count: number;
  readonly hash: string;
}

/** Before the first line. */
export const beginning: Position = { count: 0, hash: '0'.repeat(64) };

/** SHA-256 of a line's bytes, without its line end. */
export const hashOf = (line: string | Buffer): string => hash('sha256', line);

/** A line, and where the file stands behind it. */
export interface ChainedLine {
  readonly line: string;
  readonly after: Position;
}

/**
 * The next line: what is recorded, behind its number and the hash of the line before.
 * @param json an object with at least one field, as JSON.
 */
export const chained = (before: Position, json: string): ChainedLine => {
  const count = before.count + 1;
  const line = `{"seq":${count},"prev":"${before.hash}",${json.slice(1)}`;
  return { line, after: { count, hash: hashOf(line) } };
};
