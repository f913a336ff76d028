// Who walks: each call must succeed, or the walk ends there.
import type { Reply, Send } from '../world.ts';

/** What the walk needs of its world. */
export interface Ground {
  readonly send: Send;
  /** Lets so many seconds pass. */
  readonly pass: (seconds: number) => void;
}

/** The calls of a walk; each throws where it does not succeed. */
export interface Walker {
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Reply['body']>;
  readonly get: (path: string) => Promise<Reply['body']>;
  readonly post: (path: string, body?: unknown) => Promise<Reply['body']>;
  /** Reads a collection, its first page, and one thing of it. */
  readonly crud: (collection: string, path: string) => Promise<void>;
  readonly pass: Ground['pass'];
}

const expectSuccess = (method: string, path: string, reply: Reply): Reply => {
  if (reply.status < 300) return reply;
  throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
};

/** A walker on this ground. */
export const createWalker = ({ send, pass }: Ground): Walker => {
  const call: Walker['call'] = async (method, path, body, headers) =>
    expectSuccess(method, path, await send(method, path, body, 'sandbox', headers)).body;
  const get = (path: string) => call('GET', path);
  const post = (path: string, body: unknown = {}) => call('POST', path, body);

  const crud = async (collection: string, path: string): Promise<void> => {
    await get(collection);
    await get(`${collection}?per_page=1`);
    await get(path);
  };

  return { call, get, post, crud, pass };
};
