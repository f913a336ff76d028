// Talks to the server: JSON both ways, errors as sentences that can be shown.
import { words } from '../words.ts';
import { keptProof } from './proof.ts';

/** Something that did not work, in the server's words. */
export class Failed extends Error {
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const listeners = new Set<() => void>();

/** Calls back when the server no longer knows this session. */
export const onSignedOut = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const messageIn = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : undefined;
};

/** How something is asked for. */
export interface Asking {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The headers of every request to the server. */
export const ownHeaders = (): Readonly<Record<string, string>> => ({
  'x-do-mcp-console': keptProof(),
});

const send = async (path: string, { method, body, signal }: Asking): Promise<Response> => {
  try {
    return await fetch(`/console/api/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...ownHeaders(),
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failed(0, words.unreachable);
  }
};

/**
 * Asks the server. The type is that of the door, which both sides import.
 * @throws {Failed} with a sentence for people.
 */
export const ask = async <Answer>(path: string, asking: Asking = {}): Promise<Answer> => {
  const response = await send(path, asking);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  if (response.status === 401) for (const listener of listeners) listener();
  throw new Failed(response.status, messageIn(answer) ?? words.failedWith(response.status));
};
