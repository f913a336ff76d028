// Where DigitalOcean's document is wrong about further operations on apps.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['apps_get_job_invocation_logs', 'apps_get_event_logs'],
    change: { kind: 'no_argument', at: 'query.follow' },
    why: 'Following opens a stream that never ends by itself; a tool answers once.',
    source: 'description of follow',
  },
  {
    operations: ['apps_get_event_logs'],
    change: {
      kind: 'schema',
      at: 'query.type',
      set: { enum: ['BUILD', 'DEPLOY', 'RUN', 'RUN_RESTARTED', 'AUTOSCALE_EVENT'] },
    },
    why: 'UNSPECIFIED stands for no choice, and the choice must be made.',
    source: 'the parameter is required; official clients send one of the others',
  },
  {
    operations: ['apps_get_event_logs'],
    change: { kind: 'default', at: 'type' },
    why: 'What must be given has no default.',
    source: 'the parameter is required',
  },
  {
    operations: ['apps_create_rollback', 'apps_validate_rollback'],
    change: { kind: 'required', at: 'body', names: ['deployment_id'] },
    why: 'Without a deployment there is nothing to go back to.',
    source: 'descriptions of the operations, which speak of one given deployment',
  },
];
