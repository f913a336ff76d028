// Images of the account: snapshots, backups and custom images, beside DigitalOcean's own.
import { forPeople } from '../exchange/times.ts';
import { type Image, publicImages } from '../reference/images.ts';
import type { World } from '../world/world.ts';
import { projectName, urn } from './belonging.ts';

/** Snapshots, backups and custom images by id; DigitalOcean's own images are reference data. */
export class Images extends Map<number, Image> {}

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

/** Bills a snapshot; backups are part of the Droplet's backup price. */
export const billImage = (world: World, image: Image, at: number): void => {
  if (image.type !== 'snapshot') return;
  const monthly = Math.max(0.01, image.size * snapshotPrice);
  world.books.start(
    `image:${image.id}`,
    {
      product: 'Snapshots',
      description: `${image.name} (${image.size} GB)`,
      group: '',
      resourceId: String(image.id),
      resourceUuid: '',
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('droplet', image.dropletId ?? 0)),
    },
    at,
  );
};

/** Adds an image made from a Droplet and bills it. */
export const addImage = (
  world: World,
  given: Pick<Image, 'name' | 'type' | 'distribution' | 'regions' | 'minDisk' | 'size'> & {
    readonly dropletId: number;
    readonly tags?: readonly string[];
  },
  at: number,
): Image => {
  const image: Image = {
    ...given,
    id: world.ids.number('image'),
    slug: null,
    public: false,
    createdAt: at,
    description: '',
    tags: given.tags ?? [],
    kind: 'private',
  };
  world.of(Images).set(image.id, image);
  billImage(world, image, at);
  return image;
};

/** Removes one of the account's images. */
export const removeImage = (world: World, image: Image, at: number): void => {
  world.of(Images).delete(image.id);
  world.books.stop(`image:${image.id}`, at);
};

/** An image by its number or slug; undefined when there is none. */
export const findImage = (world: World, idOrSlug: string): Image | undefined => {
  const own = /^\d+$/.test(idOrSlug) ? world.of(Images).get(Number(idOrSlug)) : undefined;
  return (
    own ?? publicImages.find((image) => image.slug === idOrSlug || String(image.id) === idOrSlug)
  );
};
