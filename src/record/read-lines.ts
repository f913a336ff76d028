// Reads the lines of a file one after the other, however large it is.
import { closeSync, openSync, readSync } from 'node:fs';

/** One line, without its end. */
export interface ReadLine {
  readonly bytes: Buffer;
  /** Where the next line begins. */
  readonly end: number;
  /** False for the rest of a file that does not end with a line end. */
  readonly isWhole: boolean;
}

const chunkSize = 256 * 1024;
const lineEnd = 0x0a;

/**
 * The lines of a file, from a place in it on.
 * @throws what Node throws when it cannot be read.
 */
export function* readLines(path: string, from = 0): Generator<ReadLine> {
  const fd = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkSize);
    let parts: Buffer[] = [];
    let place = from;
    let end = from;
    for (;;) {
      const read = readSync(fd, chunk, 0, chunkSize, place);
      if (read === 0) break;
      place += read;
      let start = 0;
      for (;;) {
        const at = chunk.subarray(0, read).indexOf(lineEnd, start);
        if (at === -1) break;
        const bytes = Buffer.concat([...parts, chunk.subarray(start, at)]);
        parts = [];
        end += bytes.length + 1;
        yield { bytes, end, isWhole: true };
        start = at + 1;
      }
      if (start < read) parts.push(Buffer.from(chunk.subarray(start, read)));
    }
    const rest = Buffer.concat(parts);
    if (rest.length > 0) yield { bytes: rest, end: end + rest.length, isWhole: false };
  } finally {
    closeSync(fd);
  }
}

/** A line as an object; undefined when it is none. */
export const parsedLine = (bytes: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
};
