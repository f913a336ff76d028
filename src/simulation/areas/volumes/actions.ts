// Attaching, detaching and resizing volumes.
import * as z from 'zod';
import type { Account } from '../../account/account.ts';
import { actionView, isBusy, startAction } from '../../account/actions.ts';
import { useTags } from '../../account/tagging.ts';
import { type Answer, accepted, type Call } from '../../exchange/call.ts';
import { listOf, optional, read, tagName, wholeNumber } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import { dropletKey, volumeIds } from '../droplets/droplet.ts';
import { billVolume, type Volume, volumeKey } from './volume.ts';

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

const dropletFor = (account: Account, given: Body) => {
  const id = given.droplet_id;
  if (id === null || id === undefined) throw unprocessable('droplet_id is required.');
  const droplet = account.droplets.get(id);
  if (droplet === undefined) throw notFound('Droplet');
  if (droplet.leaving || isBusy(account, dropletKey(droplet.id))) {
    throw unprocessable('Droplet already has a pending event.');
  }
  return droplet;
};

const attach = (account: Account, volume: Volume, given: Body): (() => void) => {
  const droplet = dropletFor(account, given);
  if (volume.dropletId !== null) throw unprocessable('This volume is already attached');
  if (volume.region !== droplet.region) {
    throw unprocessable(`The volume is in ${volume.region}, the Droplet in ${droplet.region}.`);
  }
  if (volumeIds(account, droplet.id).length >= perDroplet) {
    throw unprocessable('Too many volumes are attached to this Droplet already.');
  }
  return () => {
    if (account.droplets.has(droplet.id)) volume.dropletId = droplet.id;
  };
};

const detach = (account: Account, volume: Volume, given: Body): (() => void) => {
  if (volume.dropletId === null) throw unprocessable('Attachment not found');
  const droplet = dropletFor(account, {
    ...given,
    droplet_id: given.droplet_id ?? volume.dropletId,
  });
  if (volume.dropletId !== droplet.id) throw unprocessable('Attachment not found');
  return () => {
    volume.dropletId = null;
  };
};

const resize = (account: Account, volume: Volume, given: Body): ((at: number) => void) => {
  const size = given.size_gigabytes ?? 0;
  if (size <= volume.size) throw unprocessable('A volume can only grow: name a larger size.');
  if (size > largestVolume) throw unprocessable('A volume has at most 16384 GiB.');
  return (at) => {
    volume.size = size;
    billVolume(account, volume, at);
  };
};

const kinds = { attach, detach, resize };

/** Carries out the action of a request on a volume. */
export const actOnVolume = (
  call: Call,
  account: Account,
  choose: (given: Body) => Volume,
): Answer => {
  const given = read(call, body);
  const { type } = given;
  if (type !== 'attach' && type !== 'detach' && type !== 'resize') {
    throw unprocessable(`${type} is not a type of volume action.`);
  }
  const volume = choose(given);
  if (isBusy(account, volumeKey(volume.id))) {
    throw unprocessable('The volume already has a pending event.');
  }
  const effect = kinds[type](account, volume, given);
  const tags = type === 'attach' ? useTags(account, call.holder, given.tags) : [];
  volume.tags = [...new Set([...volume.tags, ...tags])];
  const action = startAction(account, {
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
