// Why DigitalOcean would refuse what is done with SSH keys.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { mustBeNew, untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  sshKeys_create: [
    mustBeNew(
      looking('sshKeys_list', {}),
      'ssh_keys',
      { public_key: 'public_key' },
      'the account has this key',
    ),
    untold(
      'whether the key has the form of OpenSSH, and whether the account has it under another comment',
    ),
  ],
  sshKeys_update: [],
  sshKeys_delete: [],
};
