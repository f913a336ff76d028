// Why DigitalOcean would refuse an action on a Droplet.
import type { Check, Refusals, Shows } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustExist, perhaps, untold } from '../../entry/refusals.ts';

const itself = looking('droplets_get', { droplet_id: 'droplet_id' });

const types = (...is: readonly [string, ...string[]]) => ({ argument: 'type', is }) as const;

/** What runs on a Droplet has to end first; it is waited for, and may change what is read now. */
export const dropletIsIdle: Check = look(
  looking('dropletActions_list', { droplet_id: 'droplet_id' }),
  [
    perhaps(
      { at: 'actions.status', is: ['in-progress'] },
      'how what runs on the Droplet ends, which has to come first',
    ),
  ],
);

const unless = (type: string, shows: Shows, says: string) =>
  ground(shows, says, { when: types(type) });

const state: Check = look(itself, [
  ground({ at: 'droplet.locked', is: [true] }, 'the Droplet is locked'),
  ground({ at: 'droplet.status', is: ['off'] }, 'the Droplet is off', {
    when: types('reboot', 'shutdown', 'power_off'),
  }),
  unless(
    'resize',
    { at: 'droplet.status', is: ['active'] },
    'the Droplet is on: it is switched off before it is resized',
  ),
  unless('resize', { at: 'droplet.size_slug', has: 'size' }, 'the Droplet has the size {size}'),
  unless('enable_ipv6', { at: 'droplet.features', is: ['ipv6'] }, 'the Droplet has IPv6'),
  unless('enable_backups', { at: 'droplet.features', is: ['backups'] }, 'backups are on'),
  ground({ at: 'droplet.features', isNot: ['backups'] }, 'backups are off', {
    when: types('disable_backups', 'change_backup_policy'),
  }),
]);

const size: Check = look(
  looking('sizes_list', {}),
  [
    ground('missing', 'there is no size {size}'),
    ground(
      { at: 'regions', lacks: 'droplet.region.slug' },
      'the size {size} is not to be had where the Droplet is',
    ),
    // A disk never shrinks.
    ground(
      { at: 'disk', below: 'droplet.disk' },
      'the disk of {size} is smaller than the Droplet has',
    ),
  ],
  {
    when: types('resize'),
    beside: { droplet: { read: itself, at: 'droplet' } },
    among: { list: 'sizes', where: { slug: 'size' } },
  },
);

const image: Check = mustExist(
  looking('images_get', { image_id: 'image' }),
  'there is no image {image}',
  {
    when: types('rebuild', 'restore'),
    beside: { droplet: { read: itself, at: 'droplet' } },
    further: [
      ground(
        { at: 'image.min_disk_size', exceeds: 'droplet.disk' },
        'the image {image} needs a larger disk than the Droplet has',
        { when: types('rebuild') },
      ),
    ],
  },
);

/** By operation id. */
export const refusals: Refusals = {
  dropletActions_post: [
    dropletIsIdle,
    state,
    size,
    image,
    untold('whether the image is a backup of this Droplet', types('restore')),
    untold('whether the Droplet takes another kernel', types('change_kernel')),
    untold('whether the Droplet has a public network', types('enable_ipv6')),
  ],
  dropletActions_post_byTag: [
    look(looking('droplets_list', { tag_name: 'tag_name' }), [
      perhaps({ at: 'droplets', empty: true }, 'what happens where no Droplet has the tag'),
    ]),
    untold('whether each of the Droplets can do it now'),
  ],
};
