// Reads one file of the record and follows its chain.
import { beginning, beginningOf, hashOf } from '../line.ts';
import { parsedLine, readLines } from '../read-lines.ts';

/** What a file holds. */
export interface ReadChain {
  /** Whole lines. */
  readonly count: number;
  /** The hash of the line with this number; the beginning's for 0. */
  readonly hashAt: (count: number) => string | undefined;
  /** The first line that does not follow the one before it; null when all do. */
  readonly broken: number | null;
  /** What stands behind the last whole line; empty when nothing does. */
  readonly rest: string;
  /** What the next line would begin with. */
  readonly nextPrefix: string;
}

/**
 * Reads a file.
 * @param each told about every line that is an object.
 * @throws what Node throws when it cannot be read.
 */
export const readChain = (
  path: string,
  each: (line: Readonly<Record<string, unknown>>) => void,
): ReadChain => {
  const hashes = [beginning.hash];
  const prefix = (): string => beginningOf({ count: hashes.length - 1, hash: hashes.at(-1) ?? '' });
  let broken: number | null = null;
  let rest = '';
  for (const { bytes, isWhole } of readLines(path)) {
    if (!isWhole) {
      rest = bytes.toString('utf8');
      break;
    }
    const line = parsedLine(bytes);
    const follows = bytes.subarray(0, prefix().length).toString('latin1') === prefix();
    if (broken === null && !(line && follows)) broken = hashes.length;
    if (line) each(line);
    hashes.push(hashOf(bytes));
  }
  return {
    count: hashes.length - 1,
    hashAt: (count) => hashes[count],
    broken,
    rest,
    nextPrefix: prefix(),
  };
};
