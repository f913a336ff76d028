// Cuts a stream of bytes into lines, and never keeps more of an unfinished one than a message may be long.
import { isUtf8 } from 'node:buffer';

/** Collects bytes; hands out whole lines. */
export interface LineFrames {
  /** The lines that these bytes complete, without their ends; undefined once one is too long. */
  push(bytes: Buffer): readonly Buffer[] | undefined;
}

const lineFeed = 0x0a;

/** Frames of at most `longest` bytes. */
export const createLineFrames = (longest: number): LineFrames => {
  let parts: Buffer[] = [];
  let length = 0;
  let isOver = false;
  const add = (part: Buffer): void => {
    length += part.length;
    isOver ||= length > longest;
    if (part.length > 0) parts.push(part);
  };
  return {
    push: (bytes) => {
      const lines: Buffer[] = [];
      let start = 0;
      while (!isOver) {
        const end = bytes.indexOf(lineFeed, start);
        add(bytes.subarray(start, end === -1 ? bytes.length : end));
        if (isOver || end === -1) break;
        lines.push(parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts));
        parts = [];
        length = 0;
        start = end + 1;
      }
      if (!isOver) return lines;
      parts = [];
      return undefined;
    },
  };
};

/** The text of a line; undefined when it is no UTF-8, empty when it holds nothing but blanks. */
export const textOfLine = (line: Buffer): string | undefined =>
  isUtf8(line) ? line.toString('utf8').trim() : undefined;
