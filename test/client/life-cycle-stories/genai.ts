// The course of work on agents, knowledge bases, models and inference.
import { phases, type Story } from './story.ts';

export const genai: Readonly<Record<string, Story>> = {
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
};
