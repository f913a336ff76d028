// Where the logs of a cluster are sent.
import type { Behaviour } from '../../../endpoint/behaviour.ts';
import type { When } from '../../../endpoint/condition.ts';
import type { Disclosure } from '../../../endpoint/disclosure.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// An address may have user and password in it, structured data a token.
const secrets: Disclosure = {
  kind: 'credential',
  fields: ['config.url', 'config.datadog_api_key', 'config.key', 'config.cert', 'config.sd'],
};

const collection: Behaviour = { as: 'collection', by: 'sink_id' };

const rsyslog = ['config.server', 'config.port', 'config.tls', 'config.format'] as const;
const search = ['config.url', 'config.index_prefix'] as const;
const datadog = ['config.site', 'config.datadog_api_key'] as const;

const ofType = (...is: readonly [string, ...string[]]): When<'sink_type'> => ({
  argument: 'sink_type',
  is,
});

const logline = {
  kind: 'needs',
  when: { argument: 'config.format', is: ['custom'] },
  arguments: ['config.logline'],
} as const;

const says = {
  config:
    'rsyslog: server, port, tls, format; OpenSearch and Elasticsearch: url, index_prefix; Datadog: site, datadog_api_key.',
};

/** Log sinks. */
export const logs = entriesOf(facts, {
  databases_list_logsink: {
    title: 'List log sinks of a database',
    description: 'Lists where the logs of a cluster are forwarded to.',
    discloses: secrets,
    reply: { kind: 'list', key: 'sinks', paging: { style: 'none' } },
    simulate: collection,
  },
  databases_get_logsink: {
    title: 'Get a log sink of a database',
    description: 'Shows one place that the logs of a cluster are forwarded to, with its settings.',
    discloses: secrets,
    reply: object(null),
    simulate: collection,
  },
  databases_create_logsink: {
    title: 'Forward logs of a database',
    description:
      'Forwards the logs of a cluster to rsyslog, OpenSearch or Elasticsearch, or to Datadog (MongoDB only); what config needs follows from sink_type.',
    rules: [
      { kind: 'needs', when: ofType('rsyslog'), arguments: rsyslog },
      { kind: 'needs', when: ofType('elasticsearch', 'opensearch'), arguments: search },
      { kind: 'needs', when: ofType('datadog'), arguments: datadog },
      logline,
    ],
    effect: 'write',
    discloses: secrets,
    reply: object('sink'),
    confidential: ['config'],
    simulate: collection,
    says: { ...says, sink_type: 'Kind of receiver.' },
  },
  databases_update_logsink: {
    title: 'Change a log sink of a database',
    description:
      'Replaces the settings of a log sink, its kind stays; start from databases_get_logsink. Another kind needs a new sink.',
    rules: [
      { kind: 'one_of', arguments: ['config.server', 'config.url', 'config.site'] },
      { kind: 'needs', when: { argument: 'config.server' }, arguments: rsyslog },
      { kind: 'needs', when: { argument: 'config.url' }, arguments: search },
      { kind: 'needs', when: { argument: 'config.site' }, arguments: datadog },
      logline,
    ],
    effect: 'write',
    reply: nothing,
    confidential: ['config'],
    simulate: collection,
    says,
  },
  databases_delete_logsink: {
    title: 'Stop forwarding logs of a database',
    description: 'Deletes a log sink: logs are forwarded there no longer, what was sent stays.',
    reply: nothing,
    simulate: collection,
  },
});
