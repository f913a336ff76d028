// Forwarding of logs: destinations that take them, and sinks that say which clusters send theirs.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { Rule } from '../../endpoint/rule.ts';
import { entriesOf } from '../../entry/part.ts';
import { nothing, object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// Destinations leave their credentials out; sinks show them.
const credentials: Disclosure = {
  kind: 'credential',
  fields: ['destination.config.credentials.password'],
};

const ofDestination = { reply: object('destination') };
const ofSink = { discloses: credentials };

// A managed cluster is known by its id, any other must be signed in to.
const reachable = {
  kind: 'any_of',
  arguments: ['config.credentials', 'config.cluster_uuid'],
} as const satisfies Rule;

const says = { type: 'Managed OpenSearch cluster here, or one elsewhere.' };

/** Destinations and sinks. */
export const logForwarding = entriesOf(facts, {
  monitoring_list_destinations: {
    title: 'List log destinations',
    description: 'Lists the OpenSearch clusters to which logs can be forwarded.',
    reply: { kind: 'list', key: 'destinations', paging: { style: 'none' } },
    simulate: { as: 'collection' },
  },
  monitoring_get_destination: {
    title: 'Get a log destination',
    description: 'Shows where a destination sends logs: host, index and how long they are kept.',
    ...ofDestination,
    simulate: { as: 'collection' },
  },
  monitoring_create_destination: {
    title: 'Create a log destination',
    description:
      'Makes an OpenSearch cluster known as a place for logs; nothing is sent until monitoring_create_sink. Logs of one database go by its own log sink instead.',
    rules: [reachable],
    effect: 'write',
    ...ofDestination,
    confidential: ['config.credentials'],
    simulate: { as: 'collection' },
    says,
  },
  monitoring_update_destination: {
    title: 'Change a log destination',
    description:
      'Replaces the configuration of a destination, credentials included: they are not shown again, so send them anew.',
    rules: [reachable],
    effect: 'write',
    reply: nothing,
    confidential: ['config.credentials'],
    says,
  },
  monitoring_delete_destination: {
    title: 'Delete a log destination',
    description:
      'Deletes a destination and every sink that sends to it; logs already there stay in OpenSearch.',
    reply: nothing,
    simulate: { as: 'collection' },
  },
  monitoring_list_sinks: {
    title: 'List log sinks',
    description: 'Lists which Kubernetes clusters forward their logs, and to which destination.',
    ...ofSink,
    reply: { kind: 'list', key: 'sinks', paging: { style: 'none' } },
  },
  monitoring_get_sink: {
    title: 'Get a log sink',
    description: 'Shows one sink: its clusters and its destination.',
    ...ofSink,
    reply: object('sink'),
  },
  monitoring_create_sink: {
    title: 'Create a log sink',
    description:
      'Forwards the logs of Kubernetes clusters to a destination of monitoring_create_destination; other resources are refused. The answer names no id: list the sinks.',
    effect: 'write',
    reply: nothing,
  },
  monitoring_delete_sink: {
    title: 'Delete a log sink',
    description: 'Stops forwarding logs; the destination and what it has received stay.',
    reply: nothing,
  },
});
