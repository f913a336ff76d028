// How changes of tags are put back: what they are on, kind by kind.
import type { From, InverseCall, State, Undos } from '../../endpoint/undo.ts';
import { always, argument, call, former, it, look, removes } from '../../entry/undos.ts';

const itself = { tag_id: argument('tag_id') };

/** Each resource that the call names, with the tags that it has. */
const resources: State = {
  every: 'resources',
  most: 10,
  kind: 'resource_type',
  id: 'resource_id',
  looks: {
    droplet: look('droplets_get', { droplet_id: it }),
    image: look('images_get', { image_id: it }),
    volume: look('volumes_get', { volume_id: it }),
    volume_snapshot: look('snapshots_get', { snapshot_id: it }),
    database: look('databases_get_cluster', { database_cluster_uuid: it }),
  },
};

const carriers = (which: 'has' | 'lacks'): From => ({
  collect: 'items',
  take: 'of',
  [which]: { at: 'is.tags', argument: 'tag_id' },
});

/** Those of a list that carry the tag, as they are put under it again. */
const carrying = (list: string, kind: string, isAsked = true): InverseCall =>
  call('tags_assign_resources', {
    ...itself,
    resources: {
      collect: `${list}.items`,
      as: { resource_id: former('id'), resource_type: always(kind) },
      ...(isAsked ? {} : { has: { at: 'tags', argument: 'tag_id' } }),
    },
  });

const tagged = { tag_name: argument('tag_id') };

/** By operation id. */
export const undos: Undos = {
  tags_create: removes(
    look('tags_get', { tag_id: argument('name') }),
    call('tags_delete', { tag_id: argument('name') }),
    ['resources.count'],
  ),
  tags_delete: {
    state: {
      several: {
        droplets: look('droplets_list', tagged),
        images: look('images_list', tagged),
        databases: look('databases_list_clusters', tagged),
        volumes: look('volumes_list', {}),
        snapshots: look('snapshots_list', { resource_type: always('volume') }),
      },
    },
    watches: ['droplets.items.id', 'images.items.id', 'databases.items.id'],
    ways: [
      {
        calls: [
          call('tags_create', { name: argument('tag_id') }),
          carrying('droplets', 'droplet'),
          carrying('images', 'image'),
          carrying('databases', 'database'),
          carrying('volumes', 'volume', false),
          carrying('snapshots', 'volume_snapshot', false),
        ],
        differs:
          'firewalls, load balancers and alerts that went by the tag have to be given it again',
      },
    ],
  },
  tags_assign_resources: {
    state: resources,
    watches: ['items.is.tags'],
    ways: [
      { calls: [call('tags_unassign_resources', { ...itself, resources: carriers('lacks') })] },
    ],
  },
  tags_unassign_resources: {
    state: resources,
    watches: ['items.is.tags'],
    ways: [{ calls: [call('tags_assign_resources', { ...itself, resources: carriers('has') })] }],
  },
};
