// Images: DigitalOcean's own and the account's snapshots and backups.
import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { projectName, urn } from '../account/belonging.ts';
import { type Call, done, numberIn, ok, segment } from '../exchange/call.ts';
import { optional, read } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { notFound } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';
import { type Image, publicImages } from '../reference/images.ts';

/** An image as DigitalOcean shows it. */
export const imageView = (image: Image) => ({
  id: image.id,
  name: image.name,
  type: image.type,
  distribution: image.distribution,
  slug: image.slug,
  public: image.public,
  regions: image.regions,
  created_at: forPeople(image.createdAt),
  min_disk_size: image.minDisk,
  size_gigabytes: image.size,
  description: image.description,
  tags: image.tags,
  status: 'available',
  error_message: '',
});

/** Snapshots are billed at $0.06 per gigabyte and month. */
const snapshotPrice = 0.06;

/** Adds an image made from a Droplet and bills it. */
export const addImage = (
  account: Account,
  given: Pick<Image, 'name' | 'type' | 'distribution' | 'regions' | 'minDisk' | 'size'> & {
    readonly dropletId: number;
    readonly tags?: readonly string[];
  },
  at: number,
): Image => {
  const image: Image = {
    ...given,
    id: account.ids.number('image'),
    slug: null,
    public: false,
    createdAt: at,
    description: '',
    tags: given.tags ?? [],
    kind: 'private',
  };
  account.images.set(image.id, image);
  // Backups are part of the Droplet's backup price.
  if (image.type === 'snapshot') {
    const monthly = Math.max(0.01, image.size * snapshotPrice);
    account.ledger.start(
      `image:${image.id}`,
      {
        product: 'Snapshots',
        description: `${image.name} (${image.size} GB)`,
        group: '',
        resourceId: String(image.id),
        resourceUuid: '',
        hourly: monthly / 672,
        monthly,
        project: projectName(account, urn('droplet', given.dropletId)),
      },
      at,
    );
  }
  return image;
};

/** Removes one of the account's images. */
export const removeImage = (account: Account, image: Image, at: number): void => {
  account.images.delete(image.id);
  account.ledger.stop(`image:${image.id}`, at);
};

/** An image by its number or slug; undefined when there is none. */
export const findImage = (account: Account, idOrSlug: string): Image | undefined => {
  const own = /^\d+$/.test(idOrSlug) ? account.images.get(Number(idOrSlug)) : undefined;
  return (
    own ?? publicImages.find((image) => image.slug === idOrSlug || String(image.id) === idOrSlug)
  );
};

const find = (call: Call, account: Account): Image => {
  const image = findImage(account, segment(call, 'image_id'));
  if (image === undefined) throw notFound('image');
  return image;
};

const own = (call: Call, account: Account): Image => {
  const image = account.images.get(numberIn(call, 'image_id'));
  if (image === undefined) throw notFound('image');
  return image;
};

/** Images. */
export const imageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/images',
    requires: [['image:read']],
    handle: (call, account) => {
      const type = call.query.get('type');
      const onlyPrivate = call.query.get('private') === 'true';
      const tag = call.query.get('tag_name');
      if (tag !== null) call.holder.demand([['tag:read']]);
      const images = [...publicImages, ...account.images.values()].filter(
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
    handle: (call, account) => ok({ image: imageView(find(call, account)) }),
  },
  {
    method: 'PUT',
    path: '/v2/images/{image_id}',
    requires: [['image:update']],
    handle: (call, account) => {
      const image = own(call, account);
      image.name = read(call, z.object({ name: optional(z.string().min(1)) })).name ?? image.name;
      return ok({ image: imageView(image) });
    },
  },
  {
    method: 'DELETE',
    path: '/v2/images/{image_id}',
    requires: [['image:delete']],
    handle: (call, account) => {
      removeImage(account, own(call, account), call.now);
      return done;
    },
  },
];
