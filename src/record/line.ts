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

/** A line with its end, and where the file stands behind it. */
export interface ChainedLine {
  readonly bytes: Buffer;
  readonly after: Position;
}

/** What the line behind a position begins with: its number and the hash of the line before. */
export const beginningOf = ({ count, hash: prev }: Position): string =>
  `{"seq":${count + 1},"prev":"${prev}",`;

/**
 * The next line: what is recorded, behind its number and the hash of the line before.
 * @param json an object with at least one field, as JSON.
 */
export const chained = (before: Position, json: string): ChainedLine => {
  const bytes = Buffer.from(`${beginningOf(before)}${json.slice(1)}\n`);
  return { bytes, after: { count: before.count + 1, hash: hashOf(bytes.subarray(0, -1)) } };
};

const beginnings = /^\{"seq":\d+,"prev":"[0-9a-f]{64}",/;

/** What was recorded in a line, to be put into another. */
export const recordedIn = (bytes: Buffer): string =>
  bytes.subarray(0, -1).toString('utf8').replace(beginnings, '{');
