// Waits until what was written has been taken, so that ending the process cuts nothing off.
import type { OutputStream } from './terminal.ts';

/** Resolves when nothing is left to be written, or nobody is there to take it. */
export const drained = (stream: OutputStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.writableLength === 0 || stream.destroyed) {
      resolve();
      return;
    }
    stream.once('error', resolve);
    stream.once('close', resolve);
    // An empty write is done when everything before it is.
    stream.write('', () => resolve());
  });
