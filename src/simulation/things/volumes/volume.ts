// A volume: what is known of it, what it costs and how it is shown.
import { forPeople } from '../../exchange/times.ts';
import { regionView } from '../../reference/regions.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';
import { assign, projectName, unassign, urn } from '../belonging.ts';
import { visibleTags } from '../tagging.ts';

/** A volume. */
export interface Volume {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** GiB. */
  size: number;
  readonly description: string;
  readonly filesystemType: string;
  readonly filesystemLabel: string;
  tags: readonly string[];
  readonly createdAt: number;
  dropletId: number | null;
}

/** The account's volumes by id. */
export class Volumes extends Map<string, Volume> {}

/** $0.10 per GiB and month, attached or not. */
export const volumePrice = 0.1;

/** The key under which a volume's actions and charges are kept. */
export const volumeKey = (id: string): string => `volume:${id}`;

/** Bills a volume at its present size. */
export const billVolume = (world: World, volume: Volume, at: number): void => {
  const monthly = volume.size * volumePrice;
  world.books.start(
    volumeKey(volume.id),
    {
      product: 'Volumes',
      description: `${volume.name} (${volume.size} GiB)`,
      group: '',
      resourceId: '',
      resourceUuid: volume.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('volume', volume.id)),
    },
    at,
  );
};

/** Adds a volume, ready at once. */
export const addVolume = (
  world: World,
  given: Omit<Volume, 'id' | 'dropletId' | 'createdAt'>,
  at: number,
): Volume => {
  const volume: Volume = { ...given, id: world.ids.uuid(), dropletId: null, createdAt: at };
  world.of(Volumes).set(volume.id, volume);
  assign(world, urn('volume', volume.id), null, at);
  billVolume(world, volume, at);
  return volume;
};

/** Removes a volume; its snapshots stay. */
export const removeVolume = (world: World, volume: Volume, at: number): void => {
  world.of(Volumes).delete(volume.id);
  world.books.stop(volumeKey(volume.id), at);
  unassign(world, urn('volume', volume.id));
};

/** The volumes attached to a Droplet. */
export const volumeIds = (world: World, id: number): readonly string[] => {
  const ids: string[] = [];
  for (const volume of world.of(Volumes).values()) if (volume.dropletId === id) ids.push(volume.id);
  return ids;
};

/** A volume as DigitalOcean shows it. */
export const volumeView = (volume: Volume, holder: Holder) => ({
  id: volume.id,
  region: regionView(volume.region),
  droplet_ids: volume.dropletId === null ? [] : [volume.dropletId],
  name: volume.name,
  description: volume.description,
  size_gigabytes: volume.size,
  created_at: forPeople(volume.createdAt),
  filesystem_type: volume.filesystemType,
  filesystem_label: volume.filesystemLabel,
  tags: visibleTags(holder, volume.tags),
});
