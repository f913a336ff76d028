// The door of the metrics: numbers about everybody are for the operator, asked for from nearby, past the load balancer.
import type { HostGuard } from '../border/host-guard.ts';
import type { Door } from '../doors/door.ts';
import { plain } from '../doors/speech.ts';
import { Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';
import type { Metrics } from './metrics.ts';

/** Answers scrapers nearby, under this end's own address or a name of the server; for all others it is not there. */
export const metricsDoor = (metrics: Metrics | null, guard: HostGuard): Door<Metrics> => ({
  path: '/metrics',
  border: (exchange) =>
    guard.namesAddress(exchange, exchange.localHost) ? undefined : guard.refusal(exchange),
  gate: (exchange) =>
    metrics && exchange.peer.near
      ? metrics
      : new Refusal({ status: 404, message: 'There is nothing here.' }),
  speech: plain,
  methods: {
    GET: {
      offers: [],
      answer: async (_exchange, numbers) => {
        const { contentType, text } = await numbers.exposition();
        return new Reply(200, { 'content-type': contentType }, text);
      },
    },
  },
});
