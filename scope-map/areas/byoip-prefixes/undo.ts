// How changes of prefixes of one's own are put back.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  call,
  cannot,
  former,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { byoip_prefix_uuid: argument('byoip_prefix_uuid') };

/** By operation id. */
export const undos: Undos = {
  byoipPrefixes_create: removes(
    look('byoipPrefixes_get', { byoip_prefix_uuid: reply('uuid') }),
    call('byoipPrefixes_delete', { byoip_prefix_uuid: reply('uuid') }),
    ['advertised'],
  ),
  byoipPrefixes_patch: restores(
    look('byoipPrefixes_get', itself),
    call('byoipPrefixes_patch', { ...itself, advertise: former('advertised') }),
  ),
  byoipPrefixes_delete: cannot('bringing a prefix takes a signature that is told nowhere'),
};
