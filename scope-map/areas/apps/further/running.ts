// Apps that run: changing and restarting them, their health, instances, consoles, alerts and traffic.
import type { Disclosure } from '../../../endpoint/disclosure.ts';
import { overwrites } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { object } from '../../../entry/replies.ts';
import { appView, deploymentLife, deploymentView, secrets } from '../answers.ts';
import { appSpec } from '../full-schemas.ts';
import facts from './facts.json' with { type: 'json' };

// Whoever has the address of a webhook can write to the channel.
const webhooks: Disclosure = { kind: 'credential', fields: ['slack_webhooks.url'] };

// The address of a console carries the token that opens it.
const console: Disclosure = { kind: 'shell', fields: ['url'], only: true };

/** Apps that run. */
export const running = entriesOf(facts, {
  apps_update: {
    title: 'Change an app',
    description:
      "Replaces an app's whole spec and deploys it; what is left out is deleted. Start from the spec of apps_get with detail full, encrypted secrets as they are; apps_validate_app_spec tells the price first.",
    conditions: [
      overwrites('spec', 'replaces the spec: components that it leaves out are deleted'),
    ],
    effect: 'write',
    cost: 'raises',
    discloses: secrets,
    reply: object('app'),
    view: appView,
    watch: {
      ...deploymentLife,
      poll: read('apps_get_deployment', {
        app_id: argument('id'),
        deployment_id: reply('app.pending_deployment.id', 'app.in_progress_deployment.id'),
      }),
      missing: 'wait',
      afterwards: read('apps_get', { id: argument('id') }),
    },
    confidential: ['spec'],
    inFull: { spec: appSpec },
    says: {
      spec: 'The whole new app spec, as apps_create takes it.',
      'spec.name': '2-32 characters.',
    },
  },
  apps_restart: {
    title: 'Restart an app',
    description:
      'Restarts all or some components one instance after the other, with the same code; apps_create_deployment builds anew.',
    effect: 'write',
    discloses: secrets,
    reply: object('deployment'),
    view: deploymentView,
    watch: {
      ...deploymentLife,
      poll: read('apps_get_deployment', {
        app_id: argument('app_id'),
        deployment_id: reply('deployment.id'),
      }),
      missing: 'wait',
    },
    says: { components: 'Component names; default: all.' },
  },
  apps_get_health: {
    title: "Get an app's health",
    description:
      'Shows whether each component of an app is healthy just now, with its CPU, memory and ready instances.',
    reply: object('app_health'),
  },
  apps_get_instances: {
    title: "List an app's instances",
    description: 'Lists the containers that run just now; their names change with each deployment.',
    reply: { kind: 'list', key: 'instances', paging: { style: 'none' } },
    view: { columns: ['instance_name', 'instance_alias', 'component_name', 'component_type'] },
  },
  apps_get_exec_active_deployment: {
    title: 'Open a console of an app',
    description:
      'Gives the address of a shell inside a component that is live; whoever has the address can do anything there.',
    discloses: console,
    reply: object(null),
  },
  apps_get_exec: {
    title: 'Open a console of a deployment',
    description:
      'Gives the address of a shell inside a component of one deployment; for the live one use apps_get_exec_active_deployment.',
    discloses: console,
    reply: object(null),
  },
  apps_list_alerts: {
    title: "List an app's alerts",
    description:
      'Lists alerts of an app and its components with who is told; alerts are made and taken away in the app spec.',
    discloses: webhooks,
    reply: { kind: 'list', key: 'alerts', paging: { style: 'none' } },
    view: { drops: ['progress'] },
  },
  apps_assign_alertDestinations: {
    title: "Set who an app's alert tells",
    description:
      'Replaces the addresses and Slack channels of one alert; read them with apps_list_alerts first.',
    effect: 'write',
    discloses: webhooks,
    reply: object('alert'),
    view: { drops: ['progress'] },
    confidential: ['slack_webhooks.url'],
  },
  apps_get_metrics_bandwidth_daily: {
    title: "Get an app's traffic of a day",
    description: 'Shows how many bytes one app sent on one day, yesterday unless told otherwise.',
    reply: { kind: 'list', key: 'app_bandwidth_usage', paging: { style: 'none' } },
  },
  apps_list_metrics_bandwidth_daily: {
    title: 'Get the traffic of several apps',
    description:
      'Shows how many bytes each of several apps sent on one day; it only reads. For one app use apps_get_metrics_bandwidth_daily.',
    effect: 'read',
    // Lists are read by GET alone; this one comes whole.
    reply: object(null),
  },
});
