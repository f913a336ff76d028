// A store for one process: what it keeps ends with it.
import type { Clock } from '../../ports.ts';
import type { Store } from './store.ts';

/** Starts empty. */
export const createMemoryStore = (clock: Pick<Clock, 'now'>): Store => {
  const kept = new Map<string, { readonly text: string; readonly until: number }>();
  const taken = new Set<string>();
  const forget = (): void => {
    for (const [id, { until }] of kept) if (until <= clock.now()) kept.delete(id);
  };
  return {
    put: async (id, text, until) => {
      forget();
      kept.set(id, { text, until });
    },
    read: async (id) => {
      forget();
      return kept.get(id)?.text;
    },
    ids: async () => [...kept.keys()],
    remove: async (id) => {
      kept.delete(id);
    },
    take: async (id) => !taken.has(id) && taken.add(id).has(id),
    release: async (id) => {
      taken.delete(id);
    },
  };
};
