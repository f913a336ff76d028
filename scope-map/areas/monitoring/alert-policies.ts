// Alert policies: who is told when a metric of a resource stays beyond a value.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import { entriesOf } from '../../entry/part.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// Whoever has the address of a webhook can write to the channel.
const webhooks: Disclosure = { kind: 'credential', fields: ['alerts.slack.url'] };

const behaves = { simulate: { as: 'collection', by: 'uuid' } } as const;

/** Alert policies, whole. */
export const alertPolicies = entriesOf(facts, {
  monitoring_list_alertPolicy: {
    title: 'List alert policies',
    description:
      'Lists alerts on CPU, memory, disk, traffic and load balancers with who is told; whether a site is reachable is in uptime_list_checks.',
    discloses: webhooks,
    reply: pagedList('policies'),
    view: {
      columns: [
        'uuid',
        'description',
        'type',
        'compare',
        'value',
        'window',
        'enabled',
        'entities',
        'tags',
        { name: 'email', at: 'alerts.email' },
        { name: 'slack_channels', at: 'alerts.slack.channel' },
      ],
    },
    ...behaves,
  },
  monitoring_get_alertPolicy: {
    title: 'Get an alert policy',
    description: 'Shows one alert: metric, limit, what it watches and who is told.',
    discloses: webhooks,
    reply: object('policy'),
    ...behaves,
  },
  monitoring_create_alertPolicy: {
    title: 'Create an alert policy',
    description:
      'Has people told by mail or Slack when CPU, memory, disk, traffic or errors go beyond a value; free. Droplets need the metrics agent for memory, disk and load.',
    effect: 'write',
    discloses: webhooks,
    reply: object('policy'),
    confidential: ['alerts.slack.url'],
    ...behaves,
  },
  monitoring_update_alertPolicy: {
    title: 'Change an alert policy',
    description:
      'Replaces an alert as a whole, or silences it with enabled false; start from monitoring_get_alert_policy.',
    effect: 'write',
    discloses: webhooks,
    reply: object('policy'),
    confidential: ['alerts.slack.url'],
    ...behaves,
  },
  monitoring_delete_alertPolicy: {
    title: 'Delete an alert policy',
    description:
      'Deletes an alert: nobody is told any more. To silence it for a while use monitoring_update_alert_policy.',
    reply: nothing,
    ...behaves,
  },
});
