// Where the document is wrong about inputs of domains, clusters, apps, projects and Spaces keys.
import type { Correction } from './correction.ts';

/** Corrections of inputs for everything that is not a machine, a disk or a load balancer. */
export const serviceCorrections: readonly Correction[] = [
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: {
      kind: 'schema',
      at: 'body.type',
      set: { enum: ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'SOA', 'SRV', 'TXT'] },
    },
    why: 'The schema takes any text; only these types exist.',
    source:
      'discriminator mapping of domains_create_record and the type filter of domains_list_records',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.ttl', set: { minimum: 30 } },
    why: 'Shorter times to live are refused.',
    source: 'documented limits of DNS',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.flags', set: { minimum: 0, maximum: 255 } },
    why: 'The flags of a CAA record are one byte.',
    source: 'description of flags; RFC 8659',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.tag', set: { enum: ['issue', 'issuewild', 'iodef'] } },
    why: 'A CAA record has one of these three tags.',
    source: 'description of tag',
  },
  {
    operations: ['domains_create'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'A domain without a name cannot be made.',
    source: "description of the operation; DigitalOcean's Go client always sends it",
  },
  {
    operations: ['kubernetes_create_cluster'],
    change: {
      kind: 'schema',
      at: 'body.node_pools.labels',
      set: { additionalProperties: { type: 'string' } },
    },
    why: 'Labels map names to text; the schema says nothing about their values.',
    source: 'example of the schema; Kubernetes labels are text',
  },
  {
    operations: ['kubernetes_create_cluster'],
    change: { kind: 'schema', at: 'body.node_pools', set: { minItems: 1 } },
    why: 'A cluster has at least one node pool.',
    source: 'description of the operation',
  },
  {
    operations: ['databases_create_cluster'],
    change: {
      kind: 'schema',
      at: 'body.private_network_uuid',
      set: { format: 'uuid' },
      drop: ['pattern'],
    },
    why: 'The pattern is not anchored, so it checks nothing, and lets an empty id through.',
    source: 'the pattern itself',
  },
  {
    operations: ['databases_create_cluster'],
    change: { kind: 'no_argument', at: 'body.rules.uuid' },
    why: 'DigitalOcean gives a rule its id; a new rule has none.',
    source: "DigitalOcean's Go client never sends it when a cluster is made",
  },
  {
    operations: ['spacesKey_create'],
    change: {
      kind: 'schema',
      at: 'body.grants.permission',
      set: { enum: ['read', 'readwrite', 'fullaccess'] },
    },
    why: 'The schema takes any text; only these permissions open anything (the empty one does not).',
    source: 'description of permission',
  },
  {
    operations: ['spacesKey_list'],
    change: { kind: 'schema', at: 'query.sort_direction', set: { enum: ['asc', 'desc'] } },
    why: 'The schema takes any text; a direction is one of two.',
    source: 'description of sort_direction',
  },
  {
    operations: ['spacesKey_list'],
    change: {
      kind: 'schema',
      at: 'query.permission',
      set: { enum: ['read', 'readwrite', 'fullaccess'] },
    },
    why: 'The schema takes any text; only these permissions open anything (the empty one does not).',
    source: 'description of permission',
  },
  {
    operations: ['apps_get'],
    change: { kind: 'no_argument', at: 'query.name' },
    why: 'The path names the app already; a name beside the id selects nothing.',
    source: 'path of the operation',
  },
  {
    operations: [
      'apps_get_logs',
      'apps_get_logs_aggregate',
      'apps_get_logs_active_deployment',
      'apps_get_logs_active_deployment_aggregate',
    ],
    change: { kind: 'no_argument', at: 'query.follow' },
    why: 'Following opens a stream that never ends by itself; a tool answers once.',
    source: 'description of follow',
  },
  {
    operations: ['apps_create'],
    change: {
      kind: 'full_schema',
      schema: 'app-spec',
      at: [
        'region',
        'services.instance_size_slug',
        'workers.instance_size_slug',
        'jobs.instance_size_slug',
        'jobs.kind',
        'functions.alerts.rule',
        'databases.engine',
      ],
      drop: ['enum'],
    },
    why: 'What there is grows faster than the lists: regions, instance sizes, kinds of jobs and alerts, engines.',
    source: "DigitalOcean's Go client (apps.gen.go) knows values that the document lacks",
  },
  {
    operations: ['apps_create'],
    change: {
      kind: 'full_schema',
      schema: 'app-spec',
      at: ['ingress.rules.component.preserve_path_prefix'],
      set: { type: 'boolean' },
    },
    why: 'The switch is true or false; the schema calls it text in this one place.',
    source: 'the same field of app_route_spec in the same document, which is a boolean',
  },
  {
    operations: ['projects_get'],
    change: { kind: 'schema', at: 'path.project_id', drop: ['format'] },
    why: 'The word "default" names the default project.',
    source: 'path /v2/projects/default of the same document',
  },
];
