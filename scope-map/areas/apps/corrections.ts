// Where DigitalOcean's document is wrong about apps.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: [
      'apps_get_logs',
      'apps_get_logs_aggregate',
      'apps_get_logs_active_deployment',
      'apps_get_logs_active_deployment_aggregate',
    ],
    change: {
      kind: 'schema',
      at: 'query.type',
      set: { enum: ['BUILD', 'DEPLOY', 'RUN', 'RUN_RESTARTED', 'AUTOSCALE_EVENT'] },
    },
    why: 'UNSPECIFIED stands for no choice, and the choice must be made.',
    source: 'the parameter is required; official clients send one of the others',
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
];
