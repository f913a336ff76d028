// Gathers a reply's body within its bounds: fails when it grows too large, keeps its end, or keeps its beginning.
import { StringDecoder } from 'node:string_decoder';
import type { Tail } from './transport.ts';

/** How much of a body is read. */
export interface BodyBounds {
  /** Bytes at most; more is a failure, or, for the body of an error, left away. */
  readonly mostBytes: number;
  /** Keep the end, for logs. */
  readonly tail?: Tail | undefined;
  /** Whether the beginning is enough, as for errors. */
  readonly beginning?: boolean;
  /** Takes memory for so many bytes; false when there is none. */
  readonly take?: ((bytes: number) => boolean) | undefined;
}

/** Takes a body chunk by chunk. */
export interface BodyCollector {
  /** Takes a chunk; false when no more should be read. */
  add(chunk: Uint8Array): boolean;
  /** The body stopped before its end, by a bound of time or bytes. */
  stop(): void;
  /** Why reading had to stop without a body that can be used. */
  readonly failed: 'too_large' | 'no_memory' | null;
  text(): string;
  readonly cut: { readonly beginning: boolean; readonly end: boolean };
}

/** Collects within bounds. */
export const createBodyCollector = (bounds: BodyBounds): BodyCollector => {
  const { mostBytes, tail, beginning = false, take } = bounds;
  const chunks: Uint8Array[] = [];
  // Read as text while it arrives: millions of letters at one go would hold up everybody.
  const texts: string[] = [];
  const decoder = new StringDecoder('utf8');
  let kept = 0;
  let read = 0;
  let failed: BodyCollector['failed'] = null;
  let lostBeginning = false;
  let lostEnd = false;

  const fail = (why: NonNullable<BodyCollector['failed']>): false => {
    failed = why;
    chunks.length = 0;
    texts.length = 0;
    return false;
  };

  const keep = (chunk: Uint8Array): void => {
    if (tail) chunks.push(chunk);
    else texts.push(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)));
  };

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
        if (!beginning) return fail('too_large');
        keep(chunk.subarray(0, chunk.length - (read - mostBytes)));
        lostEnd = true;
        return false;
      }
      if (take && !take(chunk.length)) return fail('no_memory');
      keep(chunk);
      kept += chunk.length;
      if (!tail) return true;
      dropBeginning(tail.keepBytes);
      return read < tail.readBytes;
    },
    stop: () => {
      lostEnd = true;
    },
    get failed() {
      return failed;
    },
    text: () => {
      if (!tail) return texts.join('') + decoder.end();
      return wholeLines(Buffer.concat(chunks), tail.keepBytes).toString('utf8');
    },
    get cut() {
      return { beginning: lostBeginning, end: lostEnd };
    },
  };
};
