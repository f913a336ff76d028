// How changes of file shares are put back.
import type { When } from '../../endpoint/condition.ts';
import type { Undos } from '../../endpoint/undo.ts';
import { argument, call, cannot, cannotWhen, look, removes, reply } from '../../entry/undos.ts';

const ofType = (...is: readonly [string, ...string[]]): When => ({ argument: 'type', is });
const gone = cannot('the data of a share is gone with it');

/** By operation id. */
export const undos: Undos = {
  nfs_create: removes(
    look('nfs_get', { nfs_id: reply('share.id') }),
    call('nfs_delete', { nfs_id: reply('share.id'), region: argument('region') }),
    ['name', 'size_gib', 'vpc_ids'],
    'whatever was written on it since is lost',
  ),
  nfs_delete: gone,
  nfs_create_action: {
    ways: [
      cannotWhen(ofType('resize'), 'a share cannot be made smaller'),
      cannotWhen(ofType('snapshot'), 'the snapshot has no id yet; nfs_delete_snapshot removes it'),
      { cannot: 'an action of the other kind takes it back' },
    ],
  },
  nfs_delete_snapshot: cannot('the data of a snapshot is gone with it'),
  nfs_create_access_point: removes(
    look('nfs_get_access_point', { access_point_id: reply('access_point.id') }),
    call('nfs_delete_access_point', { access_point_id: reply('access_point.id') }),
  ),
  nfs_delete_access_point: cannot('an access point has to be made anew, and mounted anew'),
};
