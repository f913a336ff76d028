// How changes of autoscale pools are put back.
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

const itself = { autoscale_pool_id: argument('autoscale_pool_id') };
const pool = look('autoscalepools_get', itself);
const settings = asBefore('name', 'config', 'droplet_template');

/** By operation id. */
export const undos: Undos = {
  autoscalepools_create: removes(
    look('autoscalepools_get', { autoscale_pool_id: reply('autoscale_pool.id') }),
    call('autoscalepools_delete_dangerous', { autoscale_pool_id: reply('autoscale_pool.id') }),
    ['name', 'config'],
    'its Droplets go with it',
  ),
  autoscalepools_update: restores(pool, call('autoscalepools_update', { ...itself, ...settings }), {
    differs: 'Droplets that were added or taken away do not come back as they were',
  }),
  autoscalepools_delete: restores(pool, call('autoscalepools_create', settings), {
    differs: 'the pool gets another id and Droplets of its own; those that it had stay beside them',
  }),
  autoscalepools_delete_dangerous: cannot('the disks of its Droplets are gone with it'),
};
