// The course of work on apps, the registry, add-ons and security scans.
import { phases, type Story } from './story.ts';

export const platforms: Readonly<Record<string, Story>> = {
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
