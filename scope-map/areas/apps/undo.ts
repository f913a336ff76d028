// How changes of apps are put back: the specification, and with it what runs.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const passing = cannot('what it set going is over, or goes on; a deployment follows by another');

/** By operation id. */
export const undos: Undos = {
  apps_create: removes(
    look('apps_get', { id: reply('app.id') }),
    call('apps_delete', { id: reply('app.id') }),
    ['spec'],
    'data of its development databases is lost',
  ),
  apps_delete: cannot('its secret variables are encrypted for it alone, and its data is gone'),
  apps_update: restores(
    look('apps_get', { id: argument('id') }),
    call('apps_update', { id: argument('id'), ...asBefore('spec') }),
    { differs: 'it is deployed anew, from what its sources are then' },
  ),
  apps_create_deployment: passing,
  apps_cancel_deployment: passing,
  apps_restart: cannot('a restart leaves nothing to put back'),
  apps_assign_alertDestinations: cannot(
    'addresses in Slack are credentials, and not all are shown',
  ),
  apps_create_rollback: {
    ways: [
      {
        calls: [call('apps_revert_rollback', { app_id: argument('app_id') })],
        differs: 'only as long as the rollback is not committed',
      },
    ],
  },
  apps_commit_rollback: cannot('the deployment that was rolled back from is let go'),
  apps_revert_rollback: cannot('apps_create_rollback rolls back again'),
  apps_cancel_job_invocation: passing,
  apps_cancel_event: passing,
};
