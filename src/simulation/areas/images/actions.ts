// Actions on images: copying one to another region, and making a snapshot of a backup.
import * as z from 'zod';
import { type Call, created, numberIn, ok, type RouteReply } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { Image } from '../../reference/images.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { billImage, Images } from '../../things/images.ts';
import { type Action, actionsOf, actionView, isBusy, startAction } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';

const imageKey = (id: number): string => `image:${id}`;

const find = (call: Call, world: World): Image => {
  const image = world.of(Images).get(numberIn(call, 'image_id'));
  if (image === undefined) throw notFound('image');
  return image;
};

/** DigitalOcean's document has a bare action here, its Go client one under a key: both are given. */
const both = (action: Action) => ({ ...actionView(action), action: actionView(action) });

const newAction = z.object({ type: z.enum(['transfer', 'convert']), region: optional(z.string()) });

/** Usual durations in seconds. */
const lasts = { transfer: 120, convert: 20 };

const effectOf = (
  world: World,
  image: Image,
  { type, region }: z.output<typeof newAction>,
): ((at: number) => void) => {
  if (type === 'convert') {
    if (image.type !== 'backup') throw unprocessable('Only a backup can be made a snapshot.');
    return (at) => {
      image.type = 'snapshot';
      billImage(world, image, at);
    };
  }
  if (!region || !isOpenRegion(region)) throw unprocessable('You specified an invalid region.');
  if (image.regions.includes(region)) throw unprocessable(`The image is in ${region} already.`);
  return () => {
    image.regions = [...image.regions, region];
  };
};

const act = (call: Call, world: World): RouteReply => {
  const image = find(call, world);
  const given = read(call, newAction);
  if (isBusy(world, imageKey(image.id))) {
    throw unprocessable('The image already has a pending event.');
  }
  const done = effectOf(world, image, given);
  const action = startAction(world, {
    type: given.type,
    resourceType: 'image',
    resourceId: image.id,
    of: imageKey(image.id),
    region: image.regions[0] ?? 'nyc3',
    seconds: lasts[given.type],
    at: call.now,
    done,
  });
  return created(both(action));
};

const path = '/v2/images/{image_id}/actions';

/** Actions on images. */
export const imageActionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    requires: [['image:read']],
    handle: (call, world) =>
      page(call, 'actions', actionsOf(world, imageKey(find(call, world).id)), actionView),
  },
  { method: 'POST', path, requires: [['image:update']], handle: act },
  {
    method: 'GET',
    path: `${path}/{action_id}`,
    requires: [['image:read']],
    handle: (call, world) => {
      const action = world.actions.byId.get(numberIn(call, 'action_id'));
      if (action?.of !== imageKey(numberIn(call, 'image_id'))) throw notFound('action');
      return ok(both(action));
    },
  },
];
