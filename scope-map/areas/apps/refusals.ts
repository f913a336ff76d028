// Why DigitalOcean would refuse what is done with apps.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, untold } from '../../entry/refusals.ts';

/** An app that was taken back is kept there until that is committed or reverted. */
const unpinned = (id: string): Check =>
  look(looking('apps_get', { id }), [
    ground(
      { at: 'app.pinned_deployment', filled: true },
      'the app is pinned to a rollback: that is committed or reverted first',
    ),
  ]);

const pinned: Check = look(looking('apps_get', { id: 'app_id' }), [
  ground({ at: 'app.pinned_deployment', empty: true }, 'no rollback of the app waits to be ended'),
]);

/** By operation id. */
export const refusals: Refusals = {
  apps_create: [
    look(looking('apps_validate_appSpec', { spec: 'spec' }), [
      ground('refused', 'DigitalOcean does not take the spec'),
      ground({ at: 'app_name_available', is: [false] }, 'the name of the app is taken'),
    ]),
  ],
  apps_update: [
    look(looking('apps_validate_appSpec', { spec: 'spec', app_id: 'id' }), [
      ground('refused', 'DigitalOcean does not take the spec'),
      ground({ at: 'app_name_available', is: [false] }, 'the name of the app is taken'),
    ]),
    unpinned('id'),
  ],
  apps_delete: [],
  apps_create_deployment: [unpinned('app_id')],
  apps_cancel_deployment: [
    look(looking('apps_get_deployment', { app_id: 'app_id', deployment_id: 'deployment_id' }), [
      ground(
        { at: 'deployment.phase', is: ['ACTIVE', 'SUPERSEDED', 'ERROR', 'CANCELED'] },
        'the deployment has ended',
      ),
    ]),
  ],
  apps_restart: [untold('whether the app runs and has these components')],
  apps_create_rollback: [
    look(looking('apps_validate_rollback', { app_id: 'app_id', deployment_id: 'deployment_id' }), [
      ground('gone', 'there is no deployment {deployment_id}'),
      ground('refused', 'DigitalOcean does not go back to this deployment'),
      ground({ at: 'valid', is: [false] }, 'DigitalOcean does not go back to this deployment'),
    ]),
  ],
  apps_commit_rollback: [pinned],
  apps_revert_rollback: [pinned],
};
