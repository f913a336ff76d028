// Droplets: the operations.

import { type Call, done, numberIn, ok } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { Image } from '../../reference/images.ts';
import { isGpu } from '../../reference/sizes.ts';
import { Assignables, idByName } from '../../things/belonging.ts';
import { type Droplet, Droplets, dropletKey } from '../../things/droplets/droplet.ts';
import { destroy, requireIdle } from '../../things/droplets/life.ts';
import { dropletView } from '../../things/droplets/view.ts';
import { Images } from '../../things/images.ts';
import { Carriers, TagGone, untag } from '../../things/tagging.ts';
import { Residents } from '../../things/vpcs.ts';
import { actionsOf, actionView } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { actOnDroplet, actOnTag } from './actions.ts';
import { backupPolicyRoutes } from './backup-policies.ts';
import { createDroplets } from './create.ts';
import { joinLeftovers, leftoverRoutes } from './leftovers.ts';

const find = (call: Call, world: World): Droplet => {
  const droplet = world.of(Droplets).get(numberIn(call, 'droplet_id'));
  if (droplet === undefined) throw notFound('Droplet');
  return droplet;
};

const tagged = (world: World, tag: string): readonly Droplet[] =>
  [...world.of(Droplets).values()].filter(({ tags }) => tags.includes(tag));

const select = (call: Call, world: World): readonly Droplet[] => {
  const tag = call.query.get('tag_name');
  const name = call.query.get('name');
  const type = call.query.get('type');
  if (tag !== null) {
    if (name !== null || type !== null) {
      throw unprocessable('tag_name cannot be combined with name or type.');
    }
    call.holder.demand([['tag:read']]);
    return tagged(world, tag);
  }
  const wanted = name?.toLowerCase();
  const gpus = type === 'gpus';
  return [...world.of(Droplets).values()].filter(
    (droplet) =>
      isGpu(droplet.size) === gpus &&
      (wanted === undefined || droplet.name.toLowerCase() === wanted),
  );
};

const snapshotView = (image: Image) => ({
  id: image.id,
  name: image.name,
  distribution: image.distribution,
  slug: null,
  public: false,
  regions: image.regions,
  created_at: forPeople(image.createdAt),
  min_disk_size: image.minDisk,
  size_gigabytes: image.size,
  type: image.type,
});

const imagesOf = (call: Call, world: World, type: Image['type']): readonly Image[] => {
  const droplet = find(call, world);
  return [...world.of(Images).values()].filter(
    (image) => image.dropletId === droplet.id && image.type === type,
  );
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/droplets',
    requires: [['droplet:read']],
    handle: (call, world) =>
      page(call, 'droplets', select(call, world), (droplet) =>
        dropletView(world, droplet, call.holder, call.now),
      ),
  },
  {
    method: 'POST',
    path: '/v2/droplets',
    requires: [['droplet:create']],
    handle: createDroplets,
  },
  {
    method: 'DELETE',
    path: '/v2/droplets',
    requires: [['droplet:delete', 'tag:read']],
    handle: (call, world) => {
      const tag = call.query.get('tag_name');
      if (!tag) throw unprocessable('tag_name is required.');
      const droplets = tagged(world, tag);
      if (droplets.length === 0) throw notFound('tag');
      for (const droplet of droplets) requireIdle(world, droplet);
      for (const droplet of droplets) destroy(world, droplet, call.now);
      return done;
    },
  },
  {
    method: 'POST',
    path: '/v2/droplets/actions',
    requires: [['droplet:update', 'tag:read']],
    handle: actOnTag,
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}',
    requires: [['droplet:read']],
    handle: (call, world) =>
      ok({ droplet: dropletView(world, find(call, world), call.holder, call.now) }),
  },
  {
    method: 'DELETE',
    path: '/v2/droplets/{droplet_id}',
    requires: [['droplet:delete']],
    handle: (call, world) => {
      const droplet = find(call, world);
      requireIdle(world, droplet);
      destroy(world, droplet, call.now);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/snapshots',
    requires: [['droplet:read']],
    handle: (call, world) =>
      page(call, 'snapshots', imagesOf(call, world, 'snapshot'), snapshotView),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/backups',
    requires: [['droplet:read']],
    handle: (call, world) => page(call, 'backups', imagesOf(call, world, 'backup'), snapshotView),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/kernels',
    requires: [['droplet:read']],
    handle: (call, world) => {
      find(call, world);
      return page(call, 'kernels', [], (kernel) => kernel);
    },
  },
  // Every simulated Droplet has a machine to itself.
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/neighbors',
    requires: [['droplet:read']],
    handle: (call, world) => {
      find(call, world);
      return ok({ droplets: [] });
    },
  },
  {
    method: 'GET',
    path: '/v2/reports/droplet_neighbors_ids',
    requires: [['droplet:read']],
    handle: () => ok({ neighbor_ids: [] }),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/actions',
    requires: [['droplet:read']],
    handle: (call, world) =>
      page(call, 'actions', actionsOf(world, dropletKey(find(call, world).id)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/droplets/{droplet_id}/actions',
    requires: [['droplet:update']],
    handle: (call, world) => actOnDroplet(call, world, find(call, world)),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/actions/{action_id}',
    requires: [['droplet:read']],
    handle: (call, world) => {
      const action = world.actions.byId.get(numberIn(call, 'action_id'));
      const of = dropletKey(numberIn(call, 'droplet_id'));
      if (action === undefined || action.of !== of) throw notFound('action');
      return ok({ action: actionView(action) });
    },
  },
  ...backupPolicyRoutes,
  ...leftoverRoutes,
];

const join = (world: World): void => {
  joinLeftovers(world);
  const droplets = world.of(Droplets);
  world.of(Assignables).set('droplet', {
    scope: 'droplet:read',
    path: 'droplets',
    called: 'droplet',
    named: (name) => idByName(droplets.values(), name),
  });
  world.of(Residents).set('droplet', { scope: 'droplet:read', items: () => droplets.values() });
  world.of(Carriers).set('droplet', {
    shownAs: 'droplets',
    path: 'droplets',
    reads: 'droplet:read',
    items: () => droplets.entries(),
    changes: { scope: 'droplet:update', find: (id) => droplets.get(Number(id)) },
  });
  world.hear(TagGone, ({ name }) => {
    for (const droplet of droplets.values()) untag(droplet, name);
  });
};

/** Droplets and their actions. */
export const dropletArea: SimulatedArea = { routes, join };
