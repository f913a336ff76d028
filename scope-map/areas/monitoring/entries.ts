// Monitoring: metrics of what runs, alerts on them, and forwarding of logs.
import { describeArea } from '../../entry/area-map.ts';
import { alertPolicies } from './alert-policies.ts';
import { appMetrics, dropletMetrics } from './droplet-metrics.ts';
import facts from './facts.json' with { type: 'json' };
import { backendMetrics, frontendMetrics } from './load-balancer-metrics.ts';
import { logForwarding } from './log-forwarding.ts';
import { autoscaleMetrics, mysqlMetrics } from './pool-metrics.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  ...alertPolicies,
  ...dropletMetrics,
  ...appMetrics,
  ...frontendMetrics,
  ...backendMetrics,
  ...autoscaleMetrics,
  ...mysqlMetrics,
  ...logForwarding,
});
