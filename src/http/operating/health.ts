// Whether the server lives and whether it wants more work: asked by load balancers, under any host name.
import type { Door, DoorAnswer } from '../doors/door.ts';
import { plain } from '../doors/speech.ts';
import { Reply } from '../reply.ts';

/** Something that is not as it should be, in words without names or paths: anyone may ask. */
export type Concern = () => string | null;

/** What load balancers and orchestrators ask. */
export interface Health {
  readonly doors: readonly Door<true>[];
  /** From now on: alive, but not ready. */
  drain(): void;
  readonly isDraining: boolean;
}

const text = (status: number, lines: readonly string[]): Reply =>
  new Reply(status, { 'content-type': 'text/plain; charset=utf-8' }, `${lines.join('\n')}\n`);

const open = (path: string, answer: () => DoorAnswer): Door<true> => ({
  path,
  border: () => undefined,
  gate: () => true,
  speech: plain,
  // Probes send any Accept header, or none that means anything.
  methods: { GET: { offers: [], answer } },
});

/**
 * Ready until told to drain. Losing Redis, or the file of agents, does not make a replica unready: all would leave
 * at once; `/readyz` tells about it behind its first line, and gauges do.
 */
export const createHealth = (concerns: readonly Concern[] = []): Health => {
  let draining = false;
  const ready = (): DoorAnswer =>
    draining
      ? text(503, ['draining'])
      : text(200, ['ready', ...concerns.flatMap((concern) => concern() ?? [])]);
  return {
    doors: [open('/healthz', () => text(200, ['ok'])), open('/readyz', ready)],
    drain: () => {
      draining = true;
    },
    get isDraining() {
      return draining;
    },
  };
};
