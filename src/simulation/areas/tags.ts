// Tags, and putting them on resources.
import * as z from 'zod';
import type { Scope } from '../../../scope-map/scopes.ts';
import type { Account } from '../account/account.ts';
import { type Answer, type Call, created, done, ok, segment } from '../exchange/call.ts';
import { listOf, read, tagName } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { notFound, Refusal, unprocessable } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';

interface Tagged {
  tags: readonly string[];
}

/** Kinds of resource that tags can be put on and taken off, and the scope that this takes. */
const kinds: Readonly<
  Record<
    string,
    { readonly scope: Scope; readonly find: (account: Account, id: string) => Tagged | undefined }
  >
> = {
  droplet: { scope: 'droplet:update', find: (account, id) => account.droplets.get(Number(id)) },
  image: { scope: 'image:update', find: (account, id) => account.images.get(Number(id)) },
};

const tagView = (call: Call, account: Account, name: string) => {
  const count = (items: Iterable<{ readonly tags: readonly string[] }>, scope: Scope) => ({
    count: call.holder.can(scope) ? [...items].filter(({ tags }) => tags.includes(name)).length : 0,
  });
  const parts = {
    droplets: count(account.droplets.values(), 'droplet:read'),
    images: count(account.images.values(), 'image:read'),
    volumes: count(account.volumes.values(), 'block_storage:read'),
    volume_snapshots: count(account.volumeSnapshots.values(), 'block_storage_snapshot:read'),
    databases: count(account.databases.values(), 'database:read'),
  };
  const total = Object.values(parts).reduce((sum, part) => sum + part.count, 0);
  return { name, resources: { count: total, ...parts } };
};

const find = (call: Call, account: Account): string => {
  const name = segment(call, 'tag_id');
  if (!account.tags.has(name)) throw notFound('tag');
  return name;
};

const body = z.object({
  resources: listOf(z.object({ resource_id: z.string(), resource_type: z.string() })),
});

const change = (
  call: Call,
  account: Account,
  apply: (tags: readonly string[], name: string) => readonly string[],
): Answer => {
  const name = find(call, account);
  const targets = read(call, body).resources.map((given) => {
    const kind = kinds[given.resource_type];
    if (kind === undefined)
      throw unprocessable(`Tags on ${given.resource_type} are not simulated.`);
    call.holder.demand([[kind.scope]]);
    const target = kind.find(account, given.resource_id);
    if (target === undefined) throw notFound(given.resource_type);
    return target;
  });
  for (const target of targets) target.tags = apply(target.tags, name);
  return done;
};

/** Tags. */
export const tagRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/tags',
    requires: [['tag:read']],
    handle: (call, account) =>
      page(call, 'tags', [...account.tags], (name) => tagView(call, account, name)),
  },
  {
    method: 'POST',
    path: '/v2/tags',
    requires: [['tag:create']],
    handle: (call, account) => {
      const { name } = read(call, z.object({ name: z.string() }));
      if (!tagName.safeParse(name).success) {
        const message = 'The name of the tag has characters that it cannot have.';
        throw new Refusal(400, 'bad_request', message, {
          body: { error: message, messages: null, root_causes: [] },
        });
      }
      account.tags.add(name);
      return created({ tag: tagView(call, account, name) });
    },
  },
  {
    method: 'GET',
    path: '/v2/tags/{tag_id}',
    requires: [['tag:read']],
    handle: (call, account) => ok({ tag: tagView(call, account, find(call, account)) }),
  },
  {
    method: 'DELETE',
    path: '/v2/tags/{tag_id}',
    requires: [['tag:delete']],
    handle: (call, account) => {
      const name = find(call, account);
      account.tags.delete(name);
      const without = (tags: readonly string[]) => tags.filter((tag) => tag !== name);
      for (const droplet of account.droplets.values()) droplet.tags = without(droplet.tags);
      for (const image of account.images.values()) image.tags = without(image.tags);
      for (const firewall of account.firewalls.values()) firewall.tags = without(firewall.tags);
      for (const balancer of account.loadBalancers.values()) {
        if (balancer.tag === name) balancer.tag = '';
      }
      return done;
    },
  },
  {
    method: 'POST',
    path: '/v2/tags/{tag_id}/resources',
    requires: [['tag:create']],
    handle: (call, account) => change(call, account, (tags, name) => [...new Set([...tags, name])]),
  },
  {
    method: 'DELETE',
    path: '/v2/tags/{tag_id}/resources',
    requires: [['tag:delete']],
    handle: (call, account) =>
      change(call, account, (tags, name) => tags.filter((it) => it !== name)),
  },
];
