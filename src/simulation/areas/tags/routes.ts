// Tags, and putting them on resources.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { listOf, read, tagName } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { ApiRefusal, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import {
  type Carrier,
  Carriers,
  LastTagged,
  TagGone,
  type Tagged,
  Tags,
  untag,
} from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

/** How many things of a kind carry a tag, and the address of the one that got it last. */
const tally = (call: Call, world: World, carrier: Carrier, name: string) => {
  if (!call.holder.can(carrier.reads)) return { count: 0 };
  const carrying = [...carrier.items()].filter(([, { tags }]) => tags.includes(name));
  const put = world.of(LastTagged).get(name);
  const last = carrying.find(([id]) => `${carrier.path}/${id}` === put) ?? carrying.at(-1);
  return {
    count: carrying.length,
    ...(last ? { last_tagged_uri: `${call.origin}/v2/${carrier.path}/${last[0]}` } : {}),
  };
};

const tagView = (call: Call, world: World, name: string) => {
  const parts = [...world.of(Carriers).values()].map(
    (carrier) => [carrier.shownAs, tally(call, world, carrier, name)] as const,
  );
  const known = parts.flatMap(([, part]) => part.last_tagged_uri ?? []);
  const put = world.of(LastTagged).get(name);
  const last = known.find((uri) => uri === `${call.origin}/v2/${put}`) ?? known[0];
  return {
    name,
    resources: {
      count: parts.reduce((sum, [, { count }]) => sum + count, 0),
      ...(last === undefined ? {} : { last_tagged_uri: last }),
      ...Object.fromEntries(parts),
    },
  };
};

const find = (call: Call, world: World): string => {
  const name = segment(call, 'tag_id');
  if (!world.of(Tags).has(name)) throw notFound('tag');
  return name;
};

const body = z.object({
  resources: listOf(
    z.object({
      // Droplets and images are numbers, and some clients send them so.
      resource_id: z.union([z.string(), z.int()]).transform(String),
      resource_type: z.string(),
    }),
  ),
});

const change = (
  call: Call,
  world: World,
  apply: (thing: Tagged, name: string) => void,
): RouteReply => {
  const name = find(call, world);
  const targets = read(call, body).resources.map((given) => {
    const carrier = world.of(Carriers).get(given.resource_type);
    if (carrier === undefined) {
      throw unprocessable(`${given.resource_type} is not a type of resource that can be tagged.`);
    }
    if (carrier.changes === undefined) {
      throw unprocessable(`Tags of a ${given.resource_type} are changed with the thing itself.`);
    }
    if (carrier.changes.scope) call.holder.demand([[carrier.changes.scope]]);
    const target = carrier.changes.find(given.resource_id);
    if (target === undefined) throw notFound(given.resource_type);
    return { target, path: `${carrier.path}/${given.resource_id}` };
  });
  for (const { target, path } of targets) {
    apply(target, name);
    world.of(LastTagged).set(name, path);
  }
  return done;
};

const create = (call: Call, world: World): RouteReply => {
  const { name } = read(call, z.object({ name: z.string() }));
  if (!tagName.safeParse(name).success) {
    const message = 'The name of the tag has characters that it cannot have.';
    throw new ApiRefusal(400, 'bad_request', message, {
      body: { error: message, messages: null, root_causes: [] },
    });
  }
  world.of(Tags).add(name);
  return created({ tag: tagView(call, world, name) });
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/tags',
    requires: [['tag:read']],
    handle: (call, world) =>
      page(call, 'tags', [...world.of(Tags)], (name) => tagView(call, world, name)),
  },
  { method: 'POST', path: '/v2/tags', requires: [['tag:create']], handle: create },
  {
    method: 'GET',
    path: '/v2/tags/{tag_id}',
    requires: [['tag:read']],
    handle: (call, world) => ok({ tag: tagView(call, world, find(call, world)) }),
  },
  {
    method: 'DELETE',
    path: '/v2/tags/{tag_id}',
    requires: [['tag:delete']],
    handle: (call, world) => {
      const name = find(call, world);
      world.of(Tags).delete(name);
      world.tell(new TagGone(name));
      return done;
    },
  },
  {
    method: 'POST',
    path: '/v2/tags/{tag_id}/resources',
    requires: [['tag:create']],
    handle: (call, world) =>
      change(call, world, (thing, name) => {
        thing.tags = [...new Set([...thing.tags, name])];
      }),
  },
  {
    method: 'DELETE',
    path: '/v2/tags/{tag_id}/resources',
    requires: [['tag:delete']],
    handle: (call, world) => change(call, world, untag),
  },
];

/** Tags. */
export const tagArea: SimulatedArea = { routes };
