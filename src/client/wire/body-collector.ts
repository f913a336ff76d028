// Gathers a reply's body within its bounds: fails when it grows too large, or keeps its end where that is wanted.
import type { Tail } from './transport.ts';

/** Takes a body chunk by chunk. */
export interface BodyCollector {
  /** Takes a chunk; false when no more should be read. */
  add(chunk: Uint8Array): boolean;
  /** The body stopped before its end, by a bound of time or bytes. */
  stop(): void;
  readonly isTooLarge: boolean;
  text(): string;
  readonly cut: { readonly beginning: boolean; readonly end: boolean };
}

/** Collects at most `mostBytes`, or with a tail the end of at most `tail.readBytes`. */
export const createBodyCollector = (mostBytes: number, tail: Tail | undefined): BodyCollector => {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  let read = 0;
  let isTooLarge = false;
  let lostBeginning = false;
  let lostEnd = false;

  const dropBeginning = (keepBytes: number): void => {
    for (
      let head = chunks[0];
      head !== undefined && kept - head.length >= keepBytes;
      head = chunks[0]
    ) {
      chunks.shift();
      kept -= head.length;
      lostBeginning = true;
    }
  };

  const wholeLines = (buffer: Buffer, keepBytes: number): Buffer => {
    const over = buffer.length - keepBytes;
    if (over <= 0 && !lostBeginning) return buffer;
    lostBeginning = true;
    const end = buffer.subarray(Math.max(0, over));
    const newline = end.indexOf(0x0a);
    return newline >= 0 && newline < end.length - 1 ? end.subarray(newline + 1) : end;
  };

  return {
    add: (chunk) => {
      read += chunk.length;
      if (!tail && read > mostBytes) {
        isTooLarge = true;
        chunks.length = 0;
        return false;
      }
      chunks.push(chunk);
      kept += chunk.length;
      if (!tail) return true;
      dropBeginning(tail.keepBytes);
      return read < tail.readBytes;
    },
    stop: () => {
      lostEnd = true;
    },
    get isTooLarge() {
      return isTooLarge;
    },
    text: () => {
      const [only] = chunks;
      const buffer =
        chunks.length === 1 && only
          ? Buffer.from(only.buffer, only.byteOffset, only.length)
          : Buffer.concat(chunks);
      return (tail ? wholeLines(buffer, tail.keepBytes) : buffer).toString('utf8');
    },
    get cut() {
      return { beginning: lostBeginning, end: lostEnd };
    },
  };
};
