// Every type of Droplet action: what it needs, how long it takes and what it changes.
import * as z from 'zod';
import { optional, wholeNumber } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import { sizeOf } from '../../reference/sizes.ts';
import { bill, type Droplet } from '../../things/droplets/droplet.ts';
import { addImage, findImage } from '../../things/images.ts';
import type { World } from '../../world/world.ts';
import { backupPolicy, backupPolicyOf, dropletName } from './create.ts';

/** An action as it is sent. */
export const actionBody = z.object({
  type: z.string(),
  name: optional(z.string()),
  size: optional(z.string()),
  disk: optional(z.boolean()),
  image: optional(z.union([z.int(), z.string()])),
  kernel: optional(wholeNumber),
  backup_policy: optional(backupPolicy),
});
/** An action as it was sent. */
export type ActionBody = z.output<typeof actionBody>;

/** What an action does once its conditions are met. */
export interface Effect {
  readonly seconds: number;
  readonly done?: (at: number) => void;
}

type Prepare = (world: World, droplet: Droplet, given: ActionBody) => Effect;

const requireState = (droplet: Droplet, state: 'active' | 'off', message: string): void => {
  if (droplet.status !== state) throw unprocessable(message);
};

const rebuildFrom = (world: World, given: ActionBody, what: string) => {
  if (given.image === null || given.image === undefined) throw unprocessable(`Name ${what}.`);
  const image = findImage(world, String(given.image));
  if (image === undefined) throw unprocessable('The image does not exist.');
  return image;
};

/** Every type of action by its name; usual durations in seconds of life. */
export const actionKinds: Readonly<Record<string, Prepare>> = {
  reboot: (_, droplet) => {
    requireState(droplet, 'active', 'The Droplet is powered off and cannot be rebooted.');
    return { seconds: 15 };
  },
  power_cycle: (_, droplet) => ({
    seconds: 10,
    done: () => {
      droplet.status = 'active';
    },
  }),
  shutdown: (_, droplet) => {
    requireState(droplet, 'active', 'Droplet is already powered off.');
    return {
      seconds: 15,
      done: () => {
        droplet.status = 'off';
      },
    };
  },
  power_off: (_, droplet) => {
    requireState(droplet, 'active', 'Droplet is already powered off.');
    return {
      seconds: 5,
      done: () => {
        droplet.status = 'off';
      },
    };
  },
  // Of a running Droplet too: ansible's module sends it to every new one and takes anything but an action for a
  // failure, while no source has DigitalOcean refuse it (power_off of a Droplet that is off it does refuse: terraform).
  power_on: (_, droplet) => ({
    seconds: 10,
    done: () => {
      droplet.status = 'active';
    },
  }),
  password_reset: () => ({ seconds: 10 }),
  resize: (world, droplet, given) => {
    requireState(droplet, 'off', 'Power the Droplet off before resizing it.');
    const size = sizeOf(given.size ?? '');
    if (size === undefined) throw unprocessable('You specified an invalid size.');
    if (size.slug === droplet.size) throw unprocessable('The Droplet already has this size.');
    if (!size.regions.includes(droplet.region)) {
      throw unprocessable(`Size ${size.slug} is not available in ${droplet.region}.`);
    }
    if (size.disk < droplet.disk) {
      throw unprocessable(
        'A disk can never shrink: choose a size whose disk is at least as large.',
      );
    }
    return {
      seconds: 60,
      done: (at) => {
        droplet.size = size.slug;
        if (given.disk) droplet.disk = size.disk;
        bill(world, droplet, at);
      },
    };
  },
  rename: (_, droplet, given) => {
    const name = dropletName.safeParse(given.name);
    if (!name.success) {
      throw unprocessable('Only letters, numbers, dashes and periods are allowed in a name.');
    }
    return {
      seconds: 2,
      done: () => {
        droplet.name = name.data;
      },
    };
  },
  rebuild: (world, droplet, given) => {
    const image = rebuildFrom(world, given, 'the image to rebuild from');
    if (image.minDisk > droplet.disk) throw unprocessable('The image needs a larger disk.');
    return {
      seconds: 60,
      done: () => {
        droplet.image = image;
        droplet.status = 'active';
      },
    };
  },
  restore: (world, droplet, given) => {
    const image = rebuildFrom(world, given, 'the backup to restore');
    if (image.dropletId !== droplet.id) {
      throw unprocessable('Only a backup or snapshot of this very Droplet can be restored.');
    }
    return { seconds: 60 };
  },
  snapshot: (world, droplet, given) => ({
    seconds: 60,
    done: (at) => {
      addImage(
        world,
        {
          name: given.name || `${droplet.name}-${forPeople(at)}`,
          type: 'snapshot',
          distribution: droplet.image.distribution,
          regions: [droplet.region],
          minDisk: droplet.disk,
          // A fresh system takes about this much, whatever the disk's size.
          size: 2.36,
          dropletId: droplet.id,
        },
        at,
      );
    },
  }),
  change_kernel: () => {
    // Kernels of today's images are managed from inside the Droplet; the list of others is empty.
    throw unprocessable('The kernel of this Droplet is managed internally and cannot be changed.');
  },
  enable_ipv6: (_, droplet) => {
    if (droplet.ipv6) throw unprocessable('IPv6 is already enabled on this Droplet.');
    if (!droplet.isPublic) throw unprocessable('A Droplet without public networking has no IPv6.');
    return {
      seconds: 5,
      done: () => {
        droplet.ipv6 = true;
      },
    };
  },
  enable_backups: (world, droplet, given) => {
    if (droplet.backups !== null) throw unprocessable('Backups are already enabled.');
    return {
      seconds: 5,
      done: (at) => {
        droplet.backups = backupPolicyOf(given.backup_policy);
        bill(world, droplet, at);
      },
    };
  },
  disable_backups: (world, droplet) => {
    if (droplet.backups === null) throw unprocessable('Backups are not enabled.');
    return {
      seconds: 5,
      done: (at) => {
        droplet.backups = null;
        bill(world, droplet, at);
      },
    };
  },
  change_backup_policy: (world, droplet, given) => {
    if (droplet.backups === null) throw unprocessable('Backups are not enabled.');
    if (!given.backup_policy) throw unprocessable('backup_policy is required.');
    const policy = backupPolicyOf(given.backup_policy);
    return {
      seconds: 5,
      done: (at) => {
        droplet.backups = policy;
        bill(world, droplet, at);
      },
    };
  },
};
