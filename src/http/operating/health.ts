// Whether the server lives and whether it wants more work: asked by load balancers, under any host name.
import { Reply } from '../reply.ts';

/** Answers `/healthz` and `/readyz`. */
export interface Health {
  /** The reply, or undefined when the path is another. */
  reply(path: string): Reply | undefined;
  /** From now on: alive, but not ready. */
  drain(): void;
  readonly isDraining: boolean;
}

const text = (status: number, body: string): Reply =>
  new Reply(
    status,
    { 'content-type': 'text/plain; charset=utf-8' },
    `${body}
`,
  );

/**
 * Ready until told to drain. Losing Redis does not make a replica unready: all would leave at once, although
 * each can go on counting for itself; a gauge tells about it.
 */
export const createHealth = (): Health => {
  let draining = false;
  return {
    reply: (path) => {
      if (path === '/healthz') return text(200, 'ok');
      if (path === '/readyz') return draining ? text(503, 'draining') : text(200, 'ready');
      return undefined;
    },
    drain: () => {
      draining = true;
    },
    get isDraining() {
      return draining;
    },
  };
};
