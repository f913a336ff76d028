// Follows a stream of the server: its latest value, and whether it is connected; it comes back by itself.
import { useEffect, useState } from 'preact/hooks';
import { ownHeaders } from './api.ts';

/** What is known of a stream. */
export interface Followed<Value> {
  readonly value: Value | undefined;
  readonly isConnected: boolean;
}

/** How long a lost connection is left alone, in milliseconds. */
const pause = 2_000;

const valuesIn = async function* <Value>(body: ReadableStream<Uint8Array>): AsyncGenerator<Value> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events)
      if (event.startsWith('data: ')) yield JSON.parse(event.slice('data: '.length));
  }
};

/** Follows a stream of server-sent events; an EventSource could not send the page's proof. */
export const useStream = <Value>(path: string): Followed<Value> => {
  const [followed, setFollowed] = useState<Followed<Value>>({
    value: undefined,
    isConnected: true,
  });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async (): Promise<void> => {
      try {
        const headers = { ...ownHeaders(), accept: 'text/event-stream' };
        const response = await fetch(`/console/api/${path}`, { headers, signal: stop.signal });
        if (response.ok && response.body)
          for await (const value of valuesIn<Value>(response.body))
            setFollowed({ value, isConnected: true });
        else setFollowed((before) => ({ ...before, isConnected: false }));
      } catch {
        if (!stop.signal.aborted) setFollowed((before) => ({ ...before, isConnected: false }));
      }
      if (!stop.signal.aborted) timer = setTimeout(() => void follow(), pause);
    };
    void follow();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [path]);
  return followed;
};
