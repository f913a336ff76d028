// A store for one process: what it keeps ends with it.
import type { Clock } from '../../ports.ts';
import { isName, keptFor, type OnceStore } from './once-store.ts';

interface Kept {
  readonly text: string;
  readonly until: number;
}

/** Starts empty. */
export const createMemoryStore = (clock: Pick<Clock, 'now'>): OnceStore => {
  const kept = new Map<string, Kept>();

  /** All last equally long, so the oldest stand first. */
  const forget = (): void => {
    for (const [name, { until }] of kept) {
      if (until > clock.now()) return;
      kept.delete(name);
    }
  };

  return {
    make: async (name, text) => {
      forget();
      if (!isName(name) || kept.has(name)) return false;
      kept.set(name, { text, until: clock.now() + keptFor });
      return true;
    },
    read: async (name) => {
      forget();
      return kept.get(name)?.text;
    },
    names: async (ending) => {
      forget();
      return [...kept.keys()].filter((name) => name.endsWith(ending));
    },
  };
};
