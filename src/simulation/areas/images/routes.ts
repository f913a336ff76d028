// Images: DigitalOcean's own and the account's snapshots and backups.
import * as z from 'zod';
import { type Call, done, numberIn, ok, segment } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { type Image, publicImages } from '../../reference/images.ts';
import { findImage, Images, imageView, removeImage } from '../../things/images.ts';
import { Carriers, TagGone, untag } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { imageActionRoutes } from './actions.ts';

const find = (call: Call, world: World): Image => {
  const image = findImage(world, segment(call, 'image_id'));
  if (image === undefined) throw notFound('image');
  return image;
};

const own = (call: Call, world: World): Image => {
  const image = world.of(Images).get(numberIn(call, 'image_id'));
  if (image === undefined) throw notFound('image');
  return image;
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/images',
    requires: [['image:read']],
    handle: (call, world) => {
      const type = call.query.get('type');
      const onlyPrivate = call.query.get('private') === 'true';
      const tag = call.query.get('tag_name');
      if (tag !== null) call.holder.demand([['tag:read']]);
      const images = [...publicImages, ...world.of(Images).values()].filter(
        (image) =>
          (type === null || image.kind === type) &&
          (!onlyPrivate || !image.public) &&
          (tag === null || image.tags.includes(tag)),
      );
      return page(call, 'images', images, imageView);
    },
  },
  {
    method: 'GET',
    path: '/v2/images/{image_id}',
    requires: [['image:read']],
    handle: (call, world) => ok({ image: imageView(find(call, world)) }),
  },
  {
    method: 'PUT',
    path: '/v2/images/{image_id}',
    requires: [['image:update']],
    handle: (call, world) => {
      const image = own(call, world);
      image.name = read(call, z.object({ name: optional(z.string().min(1)) })).name ?? image.name;
      return ok({ image: imageView(image) });
    },
  },
  {
    method: 'DELETE',
    path: '/v2/images/{image_id}',
    requires: [['image:delete']],
    handle: (call, world) => {
      removeImage(world, own(call, world), call.now);
      return done;
    },
  },
];

const join = (world: World): void => {
  const images = world.of(Images);
  world.of(Carriers).set('image', {
    shownAs: 'images',
    path: 'images',
    reads: 'image:read',
    items: () => images.entries(),
    changes: { scope: 'image:update', find: (id) => images.get(Number(id)) },
  });
  world.hear(TagGone, ({ name }) => {
    for (const image of images.values()) untag(image, name);
  });
};

/** Images. */
export const imageArea: SimulatedArea = { routes: [...routes, ...imageActionRoutes], join };
