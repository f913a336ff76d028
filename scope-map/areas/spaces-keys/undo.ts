// How changes of Spaces keys are put back; a secret is not.
import type { Undo, Undos } from '../../endpoint/undo.ts';
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

const itself = { access_key: argument('access_key') };

const restored: Undo = restores(
  look('spacesKey_get', itself),
  call('spacesKey_patch', { ...itself, ...asBefore('name') }),
);

/** By operation id. */
export const undos: Undos = {
  spacesKey_create: removes(
    look('spacesKey_get', { access_key: reply('key.access_key') }),
    call('spacesKey_delete', { access_key: reply('key.access_key') }),
    ['name', 'grants'],
    'whoever uses the key is locked out',
  ),
  spacesKey_delete: cannot('the secret of a key is shown once, and does not come back'),
  spacesKey_update: restored,
  spacesKey_patch: restored,
};
