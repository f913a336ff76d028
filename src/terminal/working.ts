// Shows a person that something takes its time, once it has taken a second: a line that is written over, and goes away.
import type { Clock } from '../ports.ts';
import type { Terminal } from './terminal.ts';

/** What is done without a word, in milliseconds. */
const patience = 1_000;

/**
 * Does something, and shows while it lasts how long it has taken; in a pipe nothing is shown.
 * @param saying what is being done, asked for with every second.
 */
export const working = async <T>(
  { terminal, clock }: { readonly terminal: Terminal; readonly clock: Clock },
  saying: () => string,
  work: () => Promise<T>,
): Promise<T> => {
  if (!terminal.hasReader) return work();
  const over = new AbortController();
  const began = clock.now();
  const show = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await clock.sleep(patience, over.signal);
      const seconds = Math.round((clock.now() - began) / 1_000);
      terminal.progress(`${saying()} (${seconds} s)`);
    }
  };
  const showing = show().catch(() => {});
  try {
    return await work();
  } finally {
    over.abort();
    await showing;
    terminal.progress(null);
  }
};
