// Access points: doors of their own to a folder of an NFS share, from one VPC each.
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { accessPointLife } from './life-cycles.ts';

/** By operation id. */
export const accessPoints = entriesOf(facts, {
  nfs_list_access_points: {
    title: 'List access points of a share',
    description: 'Lists the access points of a file share, the default one first.',
    reply: { kind: 'list', key: 'access_points', paging: { style: 'none' } },
    view: {
      columns: [
        'id',
        'name',
        'path',
        'status',
        'is_default',
        'vpc_id',
        { name: 'squash', at: 'access_policy.squash_config' },
        { name: 'protocols', at: 'access_policy.protocols' },
        'created_at',
      ],
    },
    says: { status: 'Only those in this state.' },
  },
  nfs_get_access_point: {
    title: 'Get an access point',
    description: 'Shows one access point of a file share with its policy.',
    reply: object('access_point'),
    watch: {
      ...accessPointLife,
      poll: read('nfs_get_access_point', { access_point_id: argument('access_point_id') }),
    },
  },
  nfs_create_access_point: {
    title: 'Create an access point',
    description:
      'Opens a folder of a file share to one VPC under a policy of its own; it cannot be changed later, only deleted and made anew.',
    effect: 'write',
    reply: object('access_point'),
    watch: {
      ...accessPointLife,
      poll: read('nfs_get_access_point', { access_point_id: reply('access_point.id') }),
      missing: 'wait',
    },
    hints: [
      {
        status: 409,
        next: 'The share has an access point of that name or path already: it may be this very one, so look before making another.',
      },
    ],
    says: { name: 'Name, unique in the share; not "default".', vpc_id: 'VPC that may mount it.' },
  },
  nfs_delete_access_point: {
    title: 'Delete an access point',
    description:
      'Deletes an access point, so that its VPC cannot mount it any more; the files stay. The default one cannot go.',
    reply: object('access_point'),
  },
});
