// The lines of a file from its end on, however large it is: who looks at the newest calls does not read a month.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const chunkSize = 64 * 1024;
const lineEnd = 0x0a;
/** What is longer is no line of a record; nothing before it is read, in bytes. */
const longestLine = 4 * 1024 * 1024;

/**
 * Whole lines, the last one first.
 * @throws what Node throws when the file cannot be read.
 */
export function* linesBackwards(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    let place = fstatSync(fd).size;
    let parts: Buffer[] = [];
    let held = 0;
    // What stands behind the last line end is no line yet.
    let isWhole = false;
    while (place > 0 && held <= longestLine) {
      const chunk = Buffer.alloc(Math.min(chunkSize, place));
      place -= chunk.length;
      readSync(fd, chunk, 0, chunk.length, place);
      let end = chunk.length;
      for (;;) {
        const at = end === 0 ? -1 : chunk.lastIndexOf(lineEnd, end - 1);
        if (at === -1) break;
        if (isWhole) yield Buffer.concat([chunk.subarray(at + 1, end), ...parts]);
        isWhole = true;
        parts = [];
        held = 0;
        end = at;
      }
      parts.unshift(chunk.subarray(0, end));
      held += end;
    }
    if (place === 0 && isWhole) yield Buffer.concat(parts);
  } finally {
    closeSync(fd);
  }
}
