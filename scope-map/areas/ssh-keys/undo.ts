// How changes of SSH keys are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { ssh_key_identifier: argument('ssh_key_identifier') };
const key = look('sshKeys_get', itself);

/** By operation id. */
export const undos: Undos = {
  sshKeys_create: removes(
    look('sshKeys_get', { ssh_key_identifier: reply('ssh_key.id') }),
    call('sshKeys_delete', { ssh_key_identifier: reply('ssh_key.id') }),
    ['name', 'public_key'],
  ),
  sshKeys_update: restores(key, call('sshKeys_update', { ...itself, ...asBefore('name') })),
  sshKeys_delete: restores(key, call('sshKeys_create', asBefore('name', 'public_key')), {
    differs: 'the key gets another id',
  }),
};
