// Uptime: checks that look at a site or host from outside, and the alerts that tell people when it fails.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { Rule } from '../../endpoint/rule.ts';
import { describeArea } from '../../entry/area-map.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// Whoever has the address of a webhook can write to the channel.
const webhooks: Disclosure = { kind: 'credential', fields: ['notifications.slack.url'] };

// How slow, or how few days of a certificate: without a number nothing can be compared.
const thresholdRule = {
  kind: 'needs',
  when: { argument: 'type', is: ['latency', 'ssl_expiry'] },
  arguments: ['threshold', 'comparison'],
} as const satisfies Rule;

const behaves = { simulate: { as: 'collection' } } as const;

export default describeArea(facts, words, {
  uptime_list_checks: {
    title: 'List uptime checks',
    description:
      'Lists checks with target and regions, not whether they are up: that is uptime_get_check_state.',
    reply: pagedList('checks'),
    view: { columns: ['id', 'name', 'type', 'target', 'regions', 'enabled'] },
    ...behaves,
  },
  uptime_get_check: {
    title: 'Get an uptime check',
    description:
      'Shows what one check looks at and from where; uptime_get_check_state tells how it fares.',
    reply: object('check'),
    ...behaves,
  },
  uptime_get_checkState: {
    title: 'Get the state of an uptime check',
    description:
      'Tells whether a target is up in each region, its uptime over thirty days, and the last outage.',
    reply: object('state'),
  },
  uptime_create_check: {
    title: 'Create an uptime check',
    description:
      'Starts watching a site or host from outside; $1 a month, the first is free. It tells nobody until uptime_create_alert.',
    effect: 'write',
    cost: 'starts',
    reply: object('check'),
    ...behaves,
  },
  uptime_update_check: {
    title: 'Change an uptime check',
    description:
      'Changes a check, or pauses it with enabled false; send what shall stay as uptime_get_check shows it.',
    effect: 'write',
    reply: object('check'),
    ...behaves,
    says: { enabled: 'False pauses it.' },
  },
  uptime_delete_check: {
    title: 'Delete an uptime check',
    description:
      'Deletes a check with its alerts and history; to pause it use uptime_update_check.',
    cost: 'stops',
    reply: nothing,
    ...behaves,
  },
  uptime_list_alerts: {
    title: 'List the alerts of an uptime check',
    description:
      'Lists who is told when one check fails; alerts on CPU, memory and disk are in monitoring_list_alert_policy.',
    discloses: webhooks,
    reply: pagedList('alerts'),
    ...behaves,
  },
  uptime_get_alert: {
    title: 'Get an uptime alert',
    description: 'Shows one alert of a check: what trips it, and who is told.',
    discloses: webhooks,
    reply: object('alert'),
    ...behaves,
  },
  uptime_create_alert: {
    title: 'Create an uptime alert',
    description:
      'Has people told by mail or Slack when a checked site is down or slow, or its certificate runs out; free.',
    rules: [thresholdRule],
    effect: 'write',
    discloses: webhooks,
    reply: object('alert'),
    confidential: ['notifications.slack.url'],
    ...behaves,
  },
  uptime_update_alert: {
    title: 'Change an uptime alert',
    description: 'Replaces an alert as a whole, recipients included; start from uptime_get_alert.',
    rules: [thresholdRule],
    effect: 'write',
    discloses: webhooks,
    reply: object('alert'),
    confidential: ['notifications.slack.url'],
    ...behaves,
  },
  uptime_delete_alert: {
    title: 'Delete an uptime alert',
    description: 'Deletes one alert: nobody is told any more; the check goes on.',
    reply: nothing,
    ...behaves,
  },
});
