// What operators watch, in Prometheus' format. No label ever names a principal, an address or a resource.
import type { Registry } from 'prom-client';
import type { RefusalReason } from '../refusal.ts';

/** The numbers of one process. */
export interface Metrics {
  /** A tool call ended. `tool` must be a known name: every new one is a new series. */
  call(tool: string, outcome: 'ok' | 'error' | 'refused', seconds: number): void;
  /** A request to DigitalOcean is repeated. */
  retry(reason: string): void;
  refusal(reason: RefusalReason): void;
  /** An HTTP exchange ended. */
  exchange(status: number, seconds: number): void;
  /** Adds a number that is read when the metrics are; null: not known yet. */
  watch(name: GaugeName, read: () => number | null): void;
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const gauges = {
  sessions: 'Open sessions of old-generation clients.',
  calls_running: 'Calls that run.',
  calls_waiting: 'Calls that wait for their turn.',
  calls_sleeping: 'Calls that have lent out their place while they only sleep.',
  connections: 'Open connections.',
  concerns: 'What /readyz has to tell besides being ready: a file of agents with a fault, for one.',
  draining: '1 while the server finishes its work before it stops.',
  redis_degraded:
    '1 while Redis is configured and cannot be reached: each replica counts for itself.',
  quota_left: "Requests left this hour by DigitalOcean's count, of the token that has the fewest.",
  quota_waiting: 'Requests to DigitalOcean that wait for quota.',
} as const;

/** A number that is read on demand. */
export type GaugeName = keyof typeof gauges;

// From a read out of the simulation to a wait of 45 seconds.
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60];

/** Metrics in a registry of their own; prom-client is loaded only now, so that stdio never pays for it. */
export const createMetrics = async (): Promise<Metrics> => {
  const prometheus = await import('prom-client');
  const registry: Registry = new prometheus.Registry();
  const registers = [registry];
  prometheus.collectDefaultMetrics({ register: registry });
  const calls = new prometheus.Counter({
    name: 'do_mcp_calls_total',
    help: 'Tool calls by tool and outcome.',
    labelNames: ['tool', 'outcome'] as const,
    registers,
  });
  const durations = new prometheus.Histogram({
    name: 'do_mcp_call_duration_seconds',
    help: 'How long tool calls took.',
    labelNames: ['tool'] as const,
    buckets,
    registers,
  });
  const retries = new prometheus.Counter({
    name: 'do_mcp_retries_total',
    help: 'Requests to DigitalOcean that were repeated, by reason.',
    labelNames: ['reason'] as const,
    registers,
  });
  const refusals = new prometheus.Counter({
    name: 'do_mcp_refusals_total',
    help: 'Requests refused before any tool was reached, by reason.',
    labelNames: ['reason'] as const,
    registers,
  });
  const exchanges = new prometheus.Histogram({
    name: 'do_mcp_http_duration_seconds',
    help: 'How long HTTP exchanges took, by status.',
    labelNames: ['status'] as const,
    buckets,
    registers,
  });
  return {
    call: (tool, outcome, seconds) => {
      calls.inc({ tool, outcome });
      durations.observe({ tool }, seconds);
    },
    retry: (reason) => retries.inc({ reason }),
    refusal: (reason) => refusals.inc({ reason }),
    exchange: (status, seconds) => exchanges.observe({ status: String(status) }, seconds),
    watch: (name, read) => {
      new prometheus.Gauge({
        name: `do_mcp_${name}`,
        help: gauges[name],
        registers,
        collect() {
          this.set(read() ?? Number.NaN);
        },
      });
    },
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
};
