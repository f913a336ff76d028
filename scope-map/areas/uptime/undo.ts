// How changes of uptime checks and their alerts are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { check_id: argument('check_id') };
const check = look('uptime_get_check', itself);
const settings = asBefore('name', 'type', 'target', 'regions', 'enabled');
const alert = { ...itself, alert_id: argument('alert_id') };
const notice = asBefore('name', 'type', 'threshold', 'comparison', 'notifications', 'period');
const made = { ...itself, alert_id: reply('alert.id') };

/** By operation id. */
export const undos: Undos = {
  uptime_create_check: removes(
    look('uptime_get_check', { check_id: reply('check.id') }),
    call('uptime_delete_check', { check_id: reply('check.id') }),
    ['name', 'target', 'enabled'],
  ),
  uptime_update_check: restores(check, call('uptime_update_check', { ...itself, ...settings })),
  uptime_delete_check: restores(check, call('uptime_create_check', settings), {
    differs: 'the check gets another id, and its alerts and history are gone',
  }),
  uptime_create_alert: removes(look('uptime_get_alert', made), call('uptime_delete_alert', made), [
    'name',
    'threshold',
    'comparison',
    'period',
  ]),
  uptime_update_alert: restores(
    look('uptime_get_alert', alert),
    call('uptime_update_alert', { ...alert, ...notice }),
  ),
  uptime_delete_alert: restores(
    look('uptime_get_alert', alert),
    call('uptime_create_alert', { ...itself, ...notice }),
    { differs: 'the alert gets another id' },
  ),
};
