// Data of the server as a component sees it: not here yet, here, or failed with a way to try again.
import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';

/** How far it is. */
export type Data<Value> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: Value }
  | { readonly state: 'failed'; readonly message: string; readonly again: () => void };

const waiting = { state: 'waiting' } as const;

/**
 * Asks the server whenever the path or the body is another; the former value stays until the next is here.
 * @param path null: nothing is asked for now.
 * @param body JSON that is sent along; undefined: nothing is.
 */
export const useData = <Value>(path: string | null, body?: string): Data<Value> => {
  const [data, setData] = useState<Data<Value>>(waiting);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (path === null) {
      setData(waiting);
      return undefined;
    }
    const stop = new AbortController();
    const asking = { signal: stop.signal, ...(body !== undefined && { body: JSON.parse(body) }) };
    ask<Value>(path, asking).then(
      (value) => setData({ state: 'here', value }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setData({ state: 'failed', message, again: () => setAttempt((count) => count + 1) });
      },
    );
    return () => stop.abort();
  }, [path, body, attempt]);
  return data;
};
