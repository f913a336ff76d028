// What happens in an app: runs of its jobs, and events such as deployments and scaling.
import { argument, read } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { object, pagedList } from '../../../entry/replies.ts';
import { logs, secrets } from '../answers.ts';
import facts from './facts.json' with { type: 'json' };

const invocation = read('apps_get_job_invocation', {
  app_id: argument('app_id'),
  job_invocation_id: argument('job_invocation_id'),
});

const invocationView = { drops: ['trigger.manual.user.uuid'] };

const eventView = {
  drops: [
    'deployment.spec',
    'deployment.services',
    'deployment.static_sites',
    'deployment.jobs',
    'deployment.workers',
    'deployment.functions',
    'deployment.progress.steps',
    'deployment.progress.summary_steps',
  ],
};

/** Job runs and events. */
export const happenings = entriesOf(facts, {
  apps_list_job_invocations: {
    title: 'List job runs of an app',
    description: "Lists runs of an app's jobs with how they ended and what set them off.",
    reply: pagedList('job_invocations'),
    view: {
      columns: [
        'id',
        'job_name',
        'phase',
        { name: 'triggered_by', at: 'trigger.type' },
        { name: 'cron', at: 'trigger.scheduled.schedule.cron' },
        'created_at',
        'started_at',
        'completed_at',
        'deployment_id',
      ],
    },
    says: { deployment_id: 'Only runs of this deployment.' },
  },
  apps_get_job_invocation: {
    title: 'Get a job run',
    description: 'Shows how far one run of a job is; wait_seconds waits for its end.',
    reply: object(null),
    view: invocationView,
    watch: {
      poll: invocation,
      state: 'phase',
      done: ['SUCCEEDED', 'SKIPPED'],
      failed: ['FAILED', 'CANCELED'],
      usually: 60,
      what: 'job run',
    },
  },
  apps_cancel_job_invocation: {
    title: 'Cancel a job run',
    description:
      'Stops a run of a job that is still under way; the next scheduled run still comes.',
    effect: 'write',
    reply: object(null),
    view: invocationView,
    watch: {
      poll: invocation,
      state: 'phase',
      done: ['CANCELED', 'FAILED', 'SKIPPED'],
      // The job was faster than the cancellation.
      failed: ['SUCCEEDED'],
      usually: 15,
      what: 'cancellation',
    },
  },
  apps_get_job_invocation_logs: {
    title: 'Get logs of a job run',
    description: 'Reads what one run of a job wrote.',
    reply: logs,
    says: { type: 'Always JOB_INVOCATION.', deployment_id: 'Default: the live deployment.' },
  },
  apps_list_events: {
    title: "List an app's events",
    description:
      'Lists deployments and automatic scaling of an app in one history; deployments alone are in apps_list_deployments.',
    discloses: secrets,
    reply: pagedList('events'),
    view: {
      columns: [
        'id',
        'type',
        'created_at',
        'deployment_id',
        { name: 'deployment_phase', at: 'deployment.phase' },
        { name: 'cause', at: 'deployment.cause' },
        { name: 'scaling_phase', at: 'autoscaling.phase' },
      ],
    },
  },
  apps_get_event: {
    title: "Get an app's event",
    description:
      'Shows one deployment or scaling of an app: for scaling from how many instances to how many, and why.',
    discloses: secrets,
    reply: object('event'),
    view: eventView,
  },
  apps_cancel_event: {
    title: 'Cancel scaling of an app',
    description:
      'Stops automatic scaling that is under way; for a deployment use apps_cancel_deployment.',
    effect: 'write',
    discloses: secrets,
    reply: object('event'),
    view: eventView,
    watch: {
      poll: read('apps_get_event', {
        app_id: argument('app_id'),
        event_id: argument('event_id'),
      }),
      state: 'event.autoscaling.phase',
      done: ['CANCELED', 'FAILED'],
      // The scaling was faster than the cancellation.
      failed: ['SUCCEEDED'],
      usually: 15,
      what: 'cancellation',
    },
  },
  apps_get_event_logs: {
    title: 'Get logs of an event',
    description: 'Reads what was written while an app was scaled.',
    reply: logs,
    says: { type: 'AUTOSCALE_EVENT for scaling.' },
  },
});
