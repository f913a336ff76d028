// What the arguments of uptime checks and their alerts mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  alert_id: 'Alert id, from uptime_list_alerts.',
  check_id: 'Check id, from uptime_list_checks.',
  comparison: 'Side of the threshold that trips it.',
  enabled: 'Whether it runs.',
  notifications: 'Who is told.',
  'notifications.email': 'Addresses verified in this account.',
  'notifications.slack': 'Channels.',
  'notifications.slack.url': 'Webhook address.',
  period: 'How long it must last.',
  regions: 'Where to look from.',
  target: 'What to look at: https://example.com, or a host for ping.',
  threshold: 'Milliseconds for latency, days left for ssl_expiry.',
  type: 'For a check how to look; for an alert what trips it: down in a region, down_global everywhere.',
};
