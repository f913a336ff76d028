// Going back to an earlier deployment, and settling it.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { deploymentLife, deploymentView, secrets } from '../answers.ts';
import facts from './facts.json' with { type: 'json' };

const watch: LifeCycle = {
  ...deploymentLife,
  poll: read('apps_get_deployment', {
    app_id: argument('app_id'),
    deployment_id: reply('deployment.id'),
  }),
  missing: 'wait',
};

const says = { deployment_id: 'Earlier deployment, from apps_list_deployments.' };

/** Rollbacks. */
export const rollbacks = entriesOf(facts, {
  apps_validate_rollback: {
    title: 'Check a rollback',
    description:
      'Tells whether an app can go back to an earlier deployment, and what would be in the way; it changes nothing.',
    effect: 'read',
    reply: object(null),
    says,
  },
  apps_create_rollback: {
    title: 'Roll back an app',
    description:
      'Deploys an earlier deployment again and pins it: nothing else is deployed until apps_commit_rollback or apps_revert_rollback. Check with apps_validate_rollback.',
    effect: 'write',
    discloses: secrets,
    reply: object('deployment'),
    view: deploymentView,
    watch,
    says,
  },
  apps_commit_rollback: {
    title: 'Keep a rollback',
    description:
      'Makes a rollback permanent and lets new deployments through; the spec before it is given up.',
    effect: 'write',
    reply: nothing,
  },
  apps_revert_rollback: {
    title: 'Undo a rollback',
    description: 'Deploys what ran before a rollback again and lets new deployments through.',
    effect: 'write',
    discloses: secrets,
    reply: object('deployment'),
    view: deploymentView,
    watch,
  },
});
