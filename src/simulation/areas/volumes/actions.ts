// Attaching, detaching and resizing volumes.
import * as z from 'zod';
import { accepted, type Call, type RouteReply } from '../../exchange/call.ts';
import { listOf, optional, read, tagName, wholeNumber } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { requireIdle } from '../../things/droplets/life.ts';
import { useTags } from '../../things/tagging.ts';
import { billVolume, type Volume, volumeIds, volumeKey } from '../../things/volumes/volume.ts';
import { actionView, isBusy, startAction } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';

const body = z.object({
  type: z.string(),
  droplet_id: optional(wholeNumber),
  volume_name: optional(z.string()),
  region: optional(z.string()),
  size_gigabytes: optional(wholeNumber),
  tags: listOf(tagName),
});
type Body = z.output<typeof body>;

/** Volumes that one Droplet can hold (DigitalOcean's limits page). */
const perDroplet = 15;

/** Largest volume in GiB. */
export const largestVolume = 16_384;

/** Usual duration of each action in seconds. */
const lasts = 5;

const dropletFor = (world: World, given: Body) => {
  const id = given.droplet_id;
  if (id === null || id === undefined) throw unprocessable('droplet_id is required.');
  const droplet = world.of(Droplets).get(id);
  if (droplet === undefined) throw notFound('Droplet');
  requireIdle(world, droplet);
  return droplet;
};

const attach = (world: World, volume: Volume, given: Body): (() => void) => {
  const droplet = dropletFor(world, given);
  if (volume.dropletId !== null) throw unprocessable('This volume is already attached');
  if (volume.region !== droplet.region) {
    throw unprocessable(`The volume is in ${volume.region}, the Droplet in ${droplet.region}.`);
  }
  if (volumeIds(world, droplet.id).length >= perDroplet) {
    throw unprocessable('Too many volumes are attached to this Droplet already.');
  }
  return () => {
    if (world.of(Droplets).has(droplet.id)) volume.dropletId = droplet.id;
  };
};

const detach = (world: World, volume: Volume, given: Body): (() => void) => {
  if (volume.dropletId === null) throw unprocessable('Attachment not found');
  const droplet = dropletFor(world, {
    ...given,
    droplet_id: given.droplet_id ?? volume.dropletId,
  });
  if (volume.dropletId !== droplet.id) throw unprocessable('Attachment not found');
  return () => {
    volume.dropletId = null;
  };
};

const resize = (world: World, volume: Volume, given: Body): ((at: number) => void) => {
  const size = given.size_gigabytes ?? 0;
  if (size <= volume.size) throw unprocessable('A volume can only grow: name a larger size.');
  if (size > largestVolume) throw unprocessable('A volume has at most 16384 GiB.');
  return (at) => {
    volume.size = size;
    billVolume(world, volume, at);
  };
};

const kinds = { attach, detach, resize };

/** Carries out the action of a request on a volume. */
export const actOnVolume = (
  call: Call,
  world: World,
  choose: (given: Body) => Volume,
): RouteReply => {
  const given = read(call, body);
  const { type } = given;
  if (type !== 'attach' && type !== 'detach' && type !== 'resize') {
    throw unprocessable(`${type} is not a type of volume action.`);
  }
  const volume = choose(given);
  if (isBusy(world, volumeKey(volume.id))) {
    throw unprocessable('The volume already has a pending event.');
  }
  const effect = kinds[type](world, volume, given);
  const tags = type === 'attach' ? useTags(world, call.holder, given.tags) : [];
  volume.tags = [...new Set([...volume.tags, ...tags])];
  const action = startAction(world, {
    type: type === 'resize' ? 'resize' : `${type}_volume`,
    resourceType: 'volume',
    resourceId: null,
    of: volumeKey(volume.id),
    region: volume.region,
    seconds: lasts,
    at: call.now,
    done: effect,
  });
  return accepted({ action: actionView(action) });
};
