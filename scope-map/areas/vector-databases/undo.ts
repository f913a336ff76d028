// How changes of vector databases are put back.
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

const itself = { id: argument('id') };
const database = look('vectorDatabases_get', itself);

/** By operation id. */
export const undos: Undos = {
  vectorDatabases_create: removes(
    look('vectorDatabases_get', { id: reply('vector_db.id') }),
    call('vectorDatabases_delete', { id: reply('vector_db.id') }),
    ['name', 'size', 'tags'],
    'whatever was written into it since is lost',
  ),
  vectorDatabases_update: restores(
    database,
    call('vectorDatabases_update', { ...itself, ...asBefore('config', 'project_id') }),
  ),
  vectorDatabases_delete: cannot('its data is gone with it'),
  vectorDatabases_post_resize: restores(
    database,
    call('vectorDatabases_post_resize', { ...itself, ...asBefore('size') }),
    { differs: 'a smaller size may be too small for what it holds' },
  ),
  vectorDatabases_update_tags: restores(
    database,
    call('vectorDatabases_update_tags', { ...itself, ...asBefore('tags') }),
  ),
  vectorDatabases_post_restore_backup: cannot('what it held before is overwritten'),
};
