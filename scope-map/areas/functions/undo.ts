// How changes of function namespaces, triggers and keys are put back.
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

const namespace = { namespace_id: argument('namespace_id') };
const itself = { ...namespace, trigger_name: argument('trigger_name') };
const trigger = look('functions_get_trigger', itself);
const made = { ...namespace, trigger_name: argument('name') };
const keys = look('functionsAccessKey_list', namespace, { id: argument('key_id') });

/** By operation id. */
export const undos: Undos = {
  functions_create_namespace: removes(
    look('functions_get_namespace', { namespace_id: reply('namespace.namespace') }),
    call('functions_delete_namespace', { namespace_id: reply('namespace.namespace') }),
    ['label'],
    'whatever was deployed there since is lost',
  ),
  functions_delete_namespace: cannot('its functions are gone with it'),
  functions_create_trigger: removes(
    look('functions_get_trigger', made),
    call('functions_delete_trigger', made),
    ['is_enabled', 'scheduled_details'],
  ),
  functions_update_trigger: restores(
    trigger,
    call('functions_update_trigger', { ...itself, ...asBefore('is_enabled', 'scheduled_details') }),
  ),
  functions_delete_trigger: restores(
    trigger,
    call('functions_create_trigger', {
      ...namespace,
      ...asBefore('name', 'function', 'type', 'is_enabled', 'scheduled_details'),
    }),
  ),
  functionsAccessKey_create: {
    ways: [
      {
        calls: [
          call('functionsAccessKey_delete', { ...namespace, key_id: reply('access_key.id') }),
        ],
      },
    ],
  },
  functionsAccessKey_update: restores(
    keys,
    call('functionsAccessKey_update', {
      ...namespace,
      key_id: argument('key_id'),
      ...asBefore('name'),
    }),
  ),
  functionsAccessKey_delete: cannot('the secret of a key is not shown again'),
};
