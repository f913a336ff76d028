// Droplets: the operations.
import type { Account } from '../../account/account.ts';
import { actionsOf, actionView } from '../../account/actions.ts';
import { type Call, done, numberIn, ok } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { Image } from '../../reference/images.ts';
import { isGpu } from '../../reference/sizes.ts';
import { covers, firewallView } from '../firewalls/firewall.ts';
import { actOnDroplet, actOnTag } from './actions.ts';
import { createDroplets } from './create.ts';
import { destroy } from './destroy.ts';
import { type Droplet, dropletKey, dropletView } from './droplet.ts';

const find = (call: Call, account: Account): Droplet => {
  const droplet = account.droplets.get(numberIn(call, 'droplet_id'));
  if (droplet === undefined) throw notFound('Droplet');
  return droplet;
};

const tagged = (account: Account, tag: string): readonly Droplet[] =>
  [...account.droplets.values()].filter(({ tags }) => tags.includes(tag));

const select = (call: Call, account: Account): readonly Droplet[] => {
  const tag = call.query.get('tag_name');
  const name = call.query.get('name');
  const type = call.query.get('type');
  if (tag !== null) {
    if (name !== null || type !== null) {
      throw unprocessable('tag_name cannot be combined with name or type.');
    }
    call.holder.demand([['tag:read']]);
    return tagged(account, tag);
  }
  const wanted = name?.toLowerCase();
  const gpus = type === 'gpus';
  return [...account.droplets.values()].filter(
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

const imagesOf = (call: Call, account: Account, type: Image['type']): readonly Image[] => {
  const droplet = find(call, account);
  return [...account.images.values()].filter(
    (image) => image.dropletId === droplet.id && image.type === type,
  );
};

/** Droplets and their actions. */
export const dropletRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/droplets',
    requires: [['droplet:read']],
    handle: (call, account) =>
      page(call, 'droplets', select(call, account), (droplet) =>
        dropletView(account, droplet, call.holder, call.now),
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
    handle: (call, account) => {
      const tag = call.query.get('tag_name');
      if (!tag) throw unprocessable('tag_name is required.');
      const droplets = tagged(account, tag);
      if (droplets.length === 0) throw notFound('tag');
      for (const droplet of droplets) destroy(account, droplet, call.now);
      return done;
    },
  },
  {
    method: 'POST',
    path: '/v2/droplets/actions',
    requires: [['droplet:update']],
    handle: actOnTag,
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}',
    requires: [['droplet:read']],
    handle: (call, account) =>
      ok({ droplet: dropletView(account, find(call, account), call.holder, call.now) }),
  },
  {
    method: 'DELETE',
    path: '/v2/droplets/{droplet_id}',
    requires: [['droplet:delete']],
    handle: (call, account) => {
      destroy(account, find(call, account), call.now);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/snapshots',
    requires: [['droplet:read']],
    handle: (call, account) =>
      page(call, 'snapshots', imagesOf(call, account, 'snapshot'), snapshotView),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/backups',
    requires: [['droplet:read']],
    handle: (call, account) =>
      page(call, 'backups', imagesOf(call, account, 'backup'), snapshotView),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/kernels',
    requires: [['droplet:read']],
    handle: (call, account) => {
      find(call, account);
      return page(call, 'kernels', [], (kernel) => kernel);
    },
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/firewalls',
    requires: [['firewall:read']],
    handle: (call, account) => {
      const droplet = find(call, account);
      const firewalls = [...account.firewalls.values()].filter((it) => covers(it, droplet));
      return page(call, 'firewalls', firewalls, (it) => firewallView(it, call.holder));
    },
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/actions',
    requires: [['droplet:read']],
    handle: (call, account) =>
      page(call, 'actions', actionsOf(account, dropletKey(find(call, account).id)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/droplets/{droplet_id}/actions',
    requires: [['droplet:update']],
    handle: (call, account) => actOnDroplet(call, account, find(call, account)),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/actions/{action_id}',
    requires: [['droplet:read']],
    handle: (call, account) => {
      const action = account.actions.byId.get(numberIn(call, 'action_id'));
      const of = dropletKey(numberIn(call, 'droplet_id'));
      if (action === undefined || action.of !== of) throw notFound('action');
      return ok({ action: actionView(action) });
    },
  },
];
