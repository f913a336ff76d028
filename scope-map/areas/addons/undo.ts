// How changes of add-ons are put back.
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

const itself = { resource_uuid: argument('resource_uuid') };
const addon = look('addons_get', itself);

/** By operation id. */
export const undos: Undos = {
  addons_create: removes(
    look('addons_get', { resource_uuid: reply('resource.uuid') }),
    call('addons_delete', { resource_uuid: reply('resource.uuid') }),
    ['name', 'plan_slug'],
    'whatever is kept at its vendor is lost',
  ),
  addons_patch: restores(addon, call('addons_patch', { ...itself, ...asBefore('name') })),
  addons_patch_plan: restores(
    addon,
    call('addons_patch_plan', { ...itself, ...asBefore('plan_slug') }),
  ),
  addons_delete: cannot('what is kept at its vendor is gone with it'),
};
