// Creating volumes: what DigitalOcean checks.
import * as z from 'zod';
import { type Call, created, type RouteReply } from '../../exchange/call.ts';
import { listOf, optional, read, tagName, wholeNumber } from '../../exchange/input.ts';
import { conflict, forbidden, notFound, unprocessable } from '../../exchange/refusal.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { useTags } from '../../things/tagging.ts';
import { VolumeSnapshots } from '../../things/volumes/snapshot.ts';
import { addVolume, Volumes, volumeView } from '../../things/volumes/volume.ts';
import type { World } from '../../world/world.ts';
import { largestVolume } from './actions.ts';

const newVolume = z.object({
  name: z
    .string()
    .max(64)
    .regex(
      /^[a-z][a-z0-9-]*$/,
      'may only have lower-case letters, numbers and dashes, a letter first',
    ),
  region: optional(z.string()),
  size_gigabytes: optional(wholeNumber),
  description: optional(z.string()),
  snapshot_id: optional(z.string()),
  filesystem_type: optional(z.string()),
  filesystem_label: optional(z.string()),
  tags: listOf(tagName),
});
type NewVolume = z.output<typeof newVolume>;

/** Characters a label may have, by filesystem. */
const labelLength: Readonly<Record<string, number>> = { ext4: 16, xfs: 12 };

const checkFilesystem = ({ filesystem_type: type, filesystem_label: label }: NewVolume): void => {
  if (!type) {
    if (label) throw unprocessable('filesystem_label needs a filesystem_type.');
    return;
  }
  const longest = labelLength[type];
  if (longest === undefined) throw unprocessable('filesystem_type is ext4 or xfs.');
  if (label && label.length > longest) {
    throw unprocessable(`A label on ${type} has at most ${longest} characters.`);
  }
};

/** `POST /v2/volumes`. */
export const createVolume = (call: Call, world: World): RouteReply => {
  const given = read(call, newVolume);
  checkFilesystem(given);
  const snapshot = given.snapshot_id ? world.of(VolumeSnapshots).get(given.snapshot_id) : undefined;
  if (given.snapshot_id && snapshot === undefined) throw notFound('snapshot');
  // A volume from a snapshot is as large as the snapshot, whatever was asked for: it is resized afterwards.
  const size = snapshot?.minDisk ?? given.size_gigabytes ?? 0;
  if (size < 1 || size > largestVolume) {
    throw unprocessable('size_gigabytes lies between 1 and 16384.');
  }
  const region = given.region || snapshot?.region || '';
  if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
  for (const volume of world.of(Volumes).values()) {
    if (volume.name === given.name && volume.region === region) {
      throw conflict('A volume with this name already exists in the region.');
    }
  }
  if (world.of(Volumes).size >= world.profile.volumeLimit) {
    throw forbidden('failed to create volume: volume/snapshot capacity limit exceeded');
  }
  const volume = addVolume(
    world,
    {
      name: given.name,
      region,
      size,
      description: given.description ?? '',
      filesystemType: given.filesystem_type ?? '',
      filesystemLabel: given.filesystem_label ?? '',
      tags: useTags(world, call.holder, given.tags),
    },
    call.now,
  );
  return created({ volume: volumeView(volume, call.holder) });
};
