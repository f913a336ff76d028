// The course of long work in every area of DigitalOcean's API: its life cycle, and replies up to each ending.
import type { TestLifeCycle } from './kit.ts';

/** What a polled resource looks like in a state: a body, or 404. */
export type Reply = object | 404;

export interface Story {
  readonly life: Omit<TestLifeCycle, 'poll' | 'usually' | 'what'>;
  /** Replies of a good course; the last one is its end. */
  readonly good: readonly Reply[];
  /** Replies that end in failure, each the end of a course of its own. */
  readonly bad?: readonly Reply[];
}

const phases = (key: string, field: string, ...states: readonly string[]): Reply[] =>
  states.map((state) => nest([key, ...field.split('.')], state));
const nest = (keys: readonly string[], value: unknown): object =>
  keys.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), value) as object;

/** One story for each area that has work with an end (states: DigitalOcean's API description, resource by resource). */
export const stories: Readonly<Record<string, Story>> = {
  action: {
    life: { state: 'action.status', done: ['completed'], failed: ['errored'], missing: 'wait' },
    good: [404, ...phases('action', 'status', 'in-progress', 'completed')],
    bad: phases('action', 'status', 'errored'),
  },
  Droplet: {
    life: { state: 'droplet.status', done: ['active'], failed: [], missing: 'wait' },
    good: [404, ...phases('droplet', 'status', 'new', 'active')],
  },
  'Droplet deletion': {
    life: { state: 'droplet.status', done: [], failed: [], missing: 'done' },
    good: [...phases('droplet', 'status', 'active', 'archive'), 404],
  },
  'Droplet with what belongs to it': {
    life: {
      state: 'completed_at',
      done: ['*'],
      failed: [],
      failures: 'failures',
      message: 'droplet.error_message',
    },
    good: [
      { completed_at: null, failures: 0 },
      { completed_at: '2026-11-24T12:00:00Z', failures: 0 },
    ],
    bad: [
      {
        completed_at: '2026-11-24T12:00:00Z',
        failures: 2,
        droplet: { error_message: 'a volume is in use' },
      },
    ],
  },
  'autoscale pool': {
    life: { state: 'autoscale_pool.status', done: ['active'], failed: ['error'] },
    good: phases('autoscale_pool', 'status', 'provisioning', 'active'),
    bad: phases('autoscale_pool', 'status', 'error'),
  },
  'custom image': {
    life: {
      state: 'image.status',
      done: ['available'],
      failed: ['deleted'],
      message: 'image.error_message',
    },
    good: phases('image', 'status', 'NEW', 'pending', 'available'),
    bad: [{ image: { status: 'deleted', error_message: 'not a disk image' } }],
  },
  'volume action': {
    life: { state: 'action.status', done: ['completed'], failed: ['errored'] },
    good: phases('action', 'status', 'in-progress', 'completed'),
    bad: phases('action', 'status', 'errored'),
  },
  snapshot: {
    life: { state: 'snapshot.id', done: ['*'], failed: [], missing: 'wait' },
    good: [404, { snapshot: { id: 's-1', size_gigabytes: 1.5 } }],
  },
  'reserved IP assignment': {
    life: { state: 'reserved_ip.droplet', done: ['*'], failed: [] },
    good: [
      { reserved_ip: { ip: '203.0.113.9', droplet: null } },
      { reserved_ip: { ip: '203.0.113.9', droplet: { id: 4 } } },
    ],
  },
  'BYOIP prefix': {
    life: { state: 'byoip_prefix.status', done: ['active'], failed: [] },
    good: phases('byoip_prefix', 'status', 'pending', 'active'),
  },
  cluster: {
    life: {
      state: 'kubernetes_cluster.status.state',
      done: ['running'],
      failed: ['error', 'deleted'],
      message: 'kubernetes_cluster.status.message',
      missing: 'wait',
    },
    good: [
      404,
      ...phases('kubernetes_cluster', 'status.state', 'provisioning', 'degraded', 'running'),
    ],
    bad: [{ kubernetes_cluster: { status: { state: 'error', message: 'no capacity' } } }],
  },
  'cluster upgrade': {
    life: {
      state: 'kubernetes_cluster.status.state',
      done: ['running'],
      failed: ['error'],
      settles: 60,
    },
    good: phases('kubernetes_cluster', 'status.state', 'running', 'upgrading', 'running'),
    bad: phases('kubernetes_cluster', 'status.state', 'error'),
  },
  'node pool': {
    life: {
      done: ['running'],
      failed: [],
      all: { list: 'node_pool.nodes', state: 'status.state', count: 'node_pool.count' },
    },
    good: [
      { node_pool: { count: 2, nodes: [] } },
      { node_pool: { count: 2, nodes: [{ status: { state: 'running' } }] } },
      {
        node_pool: {
          count: 2,
          nodes: [{ status: { state: 'running' } }, { status: { state: 'provisioning' } }],
        },
      },
      {
        node_pool: {
          count: 2,
          nodes: [{ status: { state: 'running' } }, { status: { state: 'running' } }],
        },
      },
    ],
  },
  'node pool deletion': {
    life: { done: [], failed: [], missing: 'done' },
    good: [{ node_pool: { count: 1, nodes: [{ status: { state: 'draining' } }] } }, 404],
  },
  clusterlint: {
    life: { state: 'completed_at', done: ['*'], failed: [] },
    good: [
      { run_id: 'r', completed_at: '' },
      { run_id: 'r', completed_at: '2026-11-24T12:00:00Z', diagnostics: [] },
    ],
  },
  'database cluster': {
    life: { state: 'database.status', done: ['online'], failed: [], missing: 'wait' },
    good: [404, ...phases('database', 'status', 'creating', 'forking', 'online')],
  },
  'database resize': {
    life: { state: 'database.status', done: ['online'], failed: [], settles: 60 },
    good: phases('database', 'status', 'online', 'resizing', 'online'),
  },
  'database replica': {
    life: { state: 'replica.status', done: ['online'], failed: [], missing: 'wait' },
    good: [404, ...phases('replica', 'status', 'creating', 'online')],
  },
  'online migration': {
    life: { state: 'status', done: ['syncing', 'done'], failed: ['error', 'canceled'] },
    good: [{ status: 'running' }, { status: 'syncing' }],
    bad: [{ status: 'error' }, { status: 'canceled' }],
  },
  'Kafka topic': {
    life: { state: 'topic.state', done: ['active'], failed: [] },
    good: phases('topic', 'state', 'configuring', 'active'),
  },
  'vector database': {
    life: { state: 'vector_db.status', done: ['active'], failed: ['errored'] },
    good: phases('vector_db', 'status', 'pending', 'creating', 'active'),
    bad: phases('vector_db', 'status', 'errored'),
  },
  'vector database restore': {
    life: { state: 'status', done: ['SUCCESS'], failed: ['FAILED', 'CANCELED'] },
    good: ['STARTED', 'TRANSFERRING', 'TRANSFERRED', 'FINALIZING', 'SUCCESS'].map((status) => ({
      status,
    })),
    bad: [{ status: 'FAILED' }, { status: 'CANCELED' }],
  },
  'load balancer': {
    life: { state: 'load_balancer.status', done: ['active'], failed: ['errored'], missing: 'wait' },
    good: phases('load_balancer', 'status', 'new', 'active'),
    bad: phases('load_balancer', 'status', 'errored'),
  },
  firewall: {
    life: { state: 'firewall.status', done: ['succeeded'], failed: ['failed'] },
    good: phases('firewall', 'status', 'waiting', 'succeeded'),
    bad: phases('firewall', 'status', 'failed'),
  },
  certificate: {
    life: { state: 'certificate.state', done: ['verified'], failed: ['error'] },
    good: phases('certificate', 'state', 'pending', 'verified'),
    bad: phases('certificate', 'state', 'error'),
  },
  'CDN endpoint': {
    life: { state: 'endpoint.id', done: ['*'], failed: [], missing: 'wait' },
    good: [404, { endpoint: { id: 'e-1' } }],
  },
  'app deployment': {
    life: {
      state: 'deployment.phase',
      done: ['ACTIVE'],
      failed: ['ERROR', 'CANCELED', 'SUPERSEDED'],
    },
    good: phases(
      'deployment',
      'phase',
      'UNKNOWN',
      'PENDING_BUILD',
      'BUILDING',
      'PENDING_DEPLOY',
      'DEPLOYING',
      'ACTIVE',
    ),
    bad: phases('deployment', 'phase', 'ERROR', 'CANCELED', 'SUPERSEDED'),
  },
  'app job invocation': {
    life: {
      state: 'job_invocation.phase',
      done: ['SUCCEEDED', 'SKIPPED'],
      failed: ['FAILED', 'CANCELED'],
    },
    good: phases('job_invocation', 'phase', 'PENDING', 'RUNNING', 'SUCCEEDED'),
    bad: phases('job_invocation', 'phase', 'FAILED', 'CANCELED'),
  },
  'garbage collection': {
    life: {
      state: 'garbage_collection.status',
      done: ['succeeded', 'success'],
      failed: ['failed', 'cancelled'],
      missing: 'done',
    },
    good: [
      ...phases(
        'garbage_collection',
        'status',
        'requested',
        'waiting for write JWTs to expire',
        'scanning manifests',
        'deleting unreferenced blobs',
      ),
      404,
    ],
    bad: phases('garbage_collection', 'status', 'failed', 'cancelled'),
  },
  'VPC peering': {
    life: { state: 'vpc_peering.status', done: ['ACTIVE'], failed: [] },
    good: phases('vpc_peering', 'status', 'PROVISIONING', 'ACTIVE'),
  },
  'VPC NAT gateway': {
    life: { state: 'vpc_nat_gateway.state', done: ['ACTIVE'], failed: ['ERROR', 'INVALID'] },
    good: phases('vpc_nat_gateway', 'state', 'NEW', 'PROVISIONING', 'ACTIVE'),
    bad: phases('vpc_nat_gateway', 'state', 'ERROR', 'INVALID'),
  },
  'partner attachment': {
    life: { state: 'partner_attachment.state', done: ['CREATED', 'active'], failed: ['ERROR'] },
    good: phases('partner_attachment', 'state', 'CREATING', 'created'),
    bad: phases('partner_attachment', 'state', 'ERROR'),
  },
  'NFS share': {
    life: { state: 'share.status', done: ['ACTIVE'], failed: ['FAILED'] },
    good: phases('share', 'status', 'CREATING', 'INACTIVE', 'ACTIVE'),
    bad: phases('share', 'status', 'FAILED'),
  },
  'NFS access point': {
    life: {
      state: 'access_point.status',
      done: ['ACCESS_POINT_ACTIVE'],
      failed: ['ACCESS_POINT_FAILED'],
    },
    good: phases('access_point', 'status', 'ACCESS_POINT_CREATING', 'ACCESS_POINT_ACTIVE'),
    bad: phases('access_point', 'status', 'ACCESS_POINT_FAILED'),
  },
  'GenAI agent': {
    life: {
      state: 'agent.deployment.status',
      done: ['STATUS_RUNNING'],
      failed: ['STATUS_FAILED', 'STATUS_UNDEPLOYMENT_FAILED'],
    },
    good: phases(
      'agent',
      'deployment.status',
      'STATUS_WAITING_FOR_DEPLOYMENT',
      'STATUS_BUILDING',
      'STATUS_DEPLOYING',
      'STATUS_RUNNING',
    ),
    bad: phases('agent', 'deployment.status', 'STATUS_FAILED', 'STATUS_UNDEPLOYMENT_FAILED'),
  },
  'knowledge base': {
    life: { state: 'database_status', done: ['ONLINE'], failed: ['UNHEALTHY', 'DECOMMISSIONED'] },
    good: [
      { knowledge_base: { uuid: 'k' }, database_status: 'CREATING' },
      { knowledge_base: { uuid: 'k' }, database_status: 'ONLINE' },
    ],
    bad: [{ database_status: 'UNHEALTHY' }, { database_status: 'DECOMMISSIONED' }],
  },
  'indexing job': {
    life: {
      state: 'job.status',
      done: [
        'INDEX_JOB_STATUS_COMPLETED',
        'INDEX_JOB_STATUS_NO_CHANGES',
        'INDEX_JOB_STATUS_PARTIAL',
      ],
      failed: ['INDEX_JOB_STATUS_FAILED', 'INDEX_JOB_STATUS_CANCELLED'],
    },
    good: phases(
      'job',
      'status',
      'INDEX_JOB_STATUS_PENDING',
      'INDEX_JOB_STATUS_IN_PROGRESS',
      'INDEX_JOB_STATUS_NO_CHANGES',
    ),
    bad: phases('job', 'status', 'INDEX_JOB_STATUS_FAILED', 'INDEX_JOB_STATUS_CANCELLED'),
  },
  'evaluation run': {
    life: {
      state: 'evaluation_run.status',
      done: ['EVALUATION_RUN_SUCCESSFUL', 'EVALUATION_RUN_PARTIALLY_SUCCESSFUL'],
      failed: ['EVALUATION_RUN_FAILED', 'EVALUATION_RUN_CANCELLED'],
    },
    good: phases(
      'evaluation_run',
      'status',
      'EVALUATION_RUN_QUEUED',
      'EVALUATION_RUN_RUNNING_DATASET',
      'EVALUATION_RUN_EVALUATING_RESULTS',
      'EVALUATION_RUN_SUCCESSFUL',
    ),
    bad: phases('evaluation_run', 'status', 'EVALUATION_RUN_FAILED'),
  },
  'custom model': {
    life: { state: 'model.status', done: ['STATUS_READY'], failed: ['STATUS_FAILED'] },
    good: phases('model', 'status', 'STATUS_IMPORTING', 'STATUS_READY'),
    bad: phases('model', 'status', 'STATUS_FAILED'),
  },
  'dedicated inference': {
    life: {
      state: 'dedicated_inference.status',
      done: ['active'],
      failed: ['error'],
      pending: 'dedicated_inference.pending_deployment_spec',
    },
    good: [
      { dedicated_inference: { status: 'provisioning' } },
      { dedicated_inference: { status: 'active', pending_deployment_spec: { version: 2 } } },
      { dedicated_inference: { status: 'active', pending_deployment_spec: null } },
    ],
    bad: phases('dedicated_inference', 'status', 'error'),
  },
  'batch inference': {
    life: { state: 'status', done: ['completed'], failed: ['failed', 'expired', 'cancelled'] },
    good: ['validating', 'in_progress', 'finalizing', 'completed'].map((status) => ({ status })),
    bad: [{ status: 'failed' }, { status: 'expired' }, { status: 'cancelled' }],
  },
  'add-on': {
    life: {
      state: 'resource.status',
      done: ['provisioned'],
      failed: ['provisioning-failed', 'suspended'],
    },
    good: phases('resource', 'status', 'pending', 'provisioning', 'provisioned'),
    bad: phases('resource', 'status', 'provisioning-failed'),
  },
  'security scan': {
    life: {
      state: 'scan.status',
      done: ['COMPLETED', 'COMPLETE'],
      failed: ['FAILED', 'ERROR', 'CSPM_NOT_ENABLED', 'SCAN_NOT_RUN'],
    },
    good: phases('scan', 'status', 'IN_PROGRESS', 'complete'),
    bad: phases('scan', 'status', 'failed', 'CSPM_NOT_ENABLED'),
  },
};
