// The machine's clock, for tests over real sockets.
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, { ref: false, ...(signal && { signal }) });
  },
};
