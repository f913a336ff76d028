// How changes of alerts and of where logs go are put back.
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

const itself = { alert_uuid: argument('alert_uuid') };
const policy = look('monitoring_get_alertPolicy', itself);
const settings = asBefore(
  'alerts',
  'compare',
  'description',
  'enabled',
  'entities',
  'tags',
  'type',
  'value',
  'window',
);

/** By operation id. */
export const undos: Undos = {
  monitoring_create_alertPolicy: removes(
    look('monitoring_get_alertPolicy', { alert_uuid: reply('policy.uuid') }),
    call('monitoring_delete_alertPolicy', { alert_uuid: reply('policy.uuid') }),
    ['description', 'enabled', 'value', 'compare', 'window', 'entities', 'tags'],
  ),
  monitoring_update_alertPolicy: restores(
    policy,
    call('monitoring_update_alertPolicy', { ...itself, ...settings }),
  ),
  monitoring_delete_alertPolicy: restores(policy, call('monitoring_create_alertPolicy', settings), {
    differs: 'the alert gets another id',
  }),
  monitoring_create_destination: removes(
    look('monitoring_get_destination', { destination_uuid: reply('destination.id') }),
    call('monitoring_delete_destination', { destination_uuid: reply('destination.id') }),
  ),
  monitoring_update_destination: cannot('the credentials of a destination are not shown'),
  monitoring_delete_destination: cannot('the credentials of a destination are not shown'),
  monitoring_create_sink: cannot(
    'it is not told which sink was made; monitoring_delete_sink ends one',
  ),
  monitoring_delete_sink: cannot('what a sink gathers has to be chosen anew'),
};
