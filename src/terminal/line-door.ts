// Writes lines to a stream that perhaps nobody reads: what does not fit is dropped and counted, never waited for.
import type { OutputStream } from './terminal.ts';

/** A door for lines. */
export interface LineDoor {
  /** Writes a line with its end, or drops it. */
  write(line: string): void;
  /** Resolves when what was written has been taken, or after so many milliseconds. */
  flush(patience: number): Promise<void>;
}

/** What a line door is made of. */
export interface LineDoorOptions {
  /** Asked for with the first line. */
  readonly stream: () => OutputStream;
  /** Told how many lines were dropped, once there is room again. */
  readonly flowsAgain: (dropped: number) => void;
  /** Bytes that may wait for a reader; more than a stream keeps before it says that it is full. */
  readonly most?: number;
}

const usualMost = 1024 * 1024;

/**
 * Pipes of Windows are written to while everything waits, unless they are told otherwise; elsewhere Node hands over
 * what a pipe takes and keeps the rest.
 */
const neverWait = (stream: OutputStream): void => {
  if (process.platform !== 'win32' || stream.isTTY || !('_handle' in stream)) return;
  const handle = stream._handle;
  if (typeof handle !== 'object' || handle === null || !('setBlocking' in handle)) return;
  if (typeof handle.setBlocking === 'function') handle.setBlocking(false);
};

/** Opens a door; the stream is asked for with the first line. */
export const createLineDoor = (options: LineDoorOptions): LineDoor => {
  const { most = usualMost } = options;
  let stream: OutputStream | undefined;
  let isGone = false;
  let dropped = 0;

  const open = (): OutputStream => {
    const opened = options.stream();
    neverWait(opened);
    // Whoever has closed the other end wants no more lines; that is no reason to end.
    opened.on('error', () => {
      isGone = true;
    });
    return opened;
  };
  const tellOnceItFlows = (from: OutputStream): void => {
    from.once('drain', () => {
      const missing = dropped;
      dropped = 0;
      options.flowsAgain(missing);
    });
  };

  return {
    write: (line) => {
      stream ??= open();
      if (isGone || stream.destroyed) return;
      // Lines are dropped until everything that waits has been taken: a gap in one place, and not in many.
      if (dropped > 0 || stream.writableLength + line.length > most) {
        dropped += 1;
        if (dropped === 1) tellOnceItFlows(stream);
        return;
      }
      stream.write(line);
    },
    flush: (patience) =>
      new Promise((resolve) => {
        if (!stream || isGone || stream.destroyed || stream.writableLength === 0) {
          resolve();
          return;
        }
        const timer = setTimeout(resolve, patience);
        stream.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
};
