// Droplets: virtual machines, their backups, snapshots, kernels and firewalls.
import type { View } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { given, needs } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { keepDroplet } from '../../entry/keeps.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// Fifty Droplets must stay readable at a glance: IPv6 addresses alone would cost as much as all the rest.
const listed: View = {
  columns: [
    'id',
    'name',
    'status',
    { name: 'region_slug', at: 'region.slug' },
    'size_slug',
    { name: 'image_slug', at: 'image.slug' },
    'vcpus',
    'memory',
    { name: 'public_ipv4', of: 'networks.v4', where: { type: 'public' }, take: 'ip_address' },
    { name: 'private_ipv4', of: 'networks.v4', where: { type: 'private' }, take: 'ip_address' },
    'tags',
    { name: 'price_monthly', at: 'size.price_monthly' },
    { name: 'backups', at: 'features', has: 'backups' },
  ],
};

const copies: View = {
  columns: ['id', 'name', 'type', 'regions', 'min_disk_size', 'size_gigabytes', 'created_at'],
};

const alone: View = {
  drops: [
    'region.sizes',
    'region.features',
    'image.regions',
    'image.description',
    'size.regions',
    'size.description',
    'size.available',
    'size.disk_info',
    'kernel',
  ],
};

const isPrivate = { argument: 'public_networking', is: [false] } as const;

const itself = read('droplets_get', { droplet_id: argument('droplet_id') });

export default describeArea(facts, words, {
  droplets_list: {
    title: 'List Droplets',
    description:
      'Lists Droplets with status, size, price, tags, backups and IPv4 addresses. GPU Droplets only show with type "gpus".',
    conditions: [given('tag_name', needs('tag:read'))],
    rules: [{ kind: 'excludes', when: { argument: 'tag_name' }, arguments: ['name', 'type'] }],
    reply: pagedList('droplets'),
    view: listed,
    says: {
      name: 'Only the Droplet of exactly this name, in any case.',
      type: 'Kind of Droplets; default "droplets".',
    },
  },
  droplets_get: {
    title: 'Get a Droplet',
    description: 'Shows one Droplet with price, image, networks and features.',
    reply: object('droplet'),
    view: alone,
    watch: {
      poll: itself,
      state: 'droplet.status',
      done: ['active', 'off', 'archive'],
      failed: [],
      // A Droplet is active a moment before its address is there.
      until: [{ field: 'droplet.networks.v4.ip_address', missing: 'it has no address yet' }],
      usually: 60,
      what: 'Droplet',
    },
    // A new Droplet is not found everywhere at once.
    passing: [{ status: 404, within: 60 }],
  },
  droplets_create: {
    title: 'Create Droplets',
    description:
      'Creates one Droplet (name) or up to ten alike (names); billing starts now. See sizes_list for prices, images_list for images, ssh_keys_list for login.',
    conditions: [
      given('image', needs('image:read')),
      given('ssh_keys', needs('ssh_key:read')),
      given('tags', needs('tag:create')),
      given('volumes', needs('block_storage:read')),
      given('vpc_uuid', needs('vpc:read')),
    ],
    rules: [
      { kind: 'one_of', arguments: ['name', 'names'] },
      { kind: 'only', arguments: ['backup_policy'], when: { argument: 'backups', is: [true] } },
      {
        kind: 'excludes',
        when: { argument: 'backup_policy.plan', is: ['daily'] },
        arguments: ['backup_policy.weekday'],
      },
      { kind: 'never', when: isPrivate, and: { argument: 'ipv6', is: [true] } },
    ],
    effect: 'write',
    cost: 'starts',
    reply: { kind: 'object', key: 'droplet', many: 'droplets' },
    view: alone,
    watch: {
      poll: read('actions_get', { action_id: reply('links.actions.id') }),
      state: 'action.status',
      done: ['completed'],
      failed: ['errored'],
      missing: 'wait',
      afterwards: {
        ...read('droplets_get', { droplet_id: reply('droplet.id', 'droplets.id') }),
        until: [
          {
            unless: isPrivate,
            field: 'droplet.networks.v4.type',
            is: ['public'],
            missing: 'it has no public address yet',
          },
          {
            when: isPrivate,
            field: 'droplet.networks.v4.ip_address',
            missing: 'it has no address yet',
          },
        ],
        within: 30,
      },
      usually: 60,
      what: 'Droplet',
    },
    confidential: ['user_data'],
    says: {
      name: 'Host name.',
      names: 'Host names, for several at once.',
      region: 'Region slug or its start (nyc); any region if absent.',
      image: 'Image slug or id.',
      tags: 'Tags to give; missing ones are made. Firewalls and load balancers by tag take it in.',
      vpc_uuid: "VPC id; default: the region's own.",
      volumes: 'Ids of unattached volumes in the region.',
    },
  },
  droplets_destroy: {
    keep: keepDroplet,
    title: 'Destroy a Droplet',
    description:
      'Destroys a Droplet and its disk for good; snapshots, volumes, reserved IP stay and cost.',
    cost: 'stops',
    reply: nothing,
    watch: {
      poll: itself,
      state: 'droplet.status',
      done: [],
      failed: [],
      missing: 'done',
      usually: 20,
      what: 'Droplet',
    },
  },
  droplets_destroy_byTag: {
    title: 'Destroy Droplets by tag',
    description:
      'Destroys every Droplet that has the tag, for good; look with droplets_list first.',
    cost: 'stops',
    reply: nothing,
    repeatable: false,
    says: { tag_name: 'Tag of the Droplets to destroy.' },
  },
  droplets_list_backups: {
    title: "List a Droplet's backups",
    description: 'Lists automatic backups of a Droplet; restore one with droplet_actions_post.',
    reply: pagedList('backups'),
    view: copies,
  },
  droplets_list_snapshots: {
    title: "List a Droplet's snapshots",
    description: 'Lists snapshots taken of a Droplet; their ids are image ids for droplets_create.',
    reply: pagedList('snapshots'),
    view: copies,
  },
  droplets_list_kernels: {
    title: "List a Droplet's kernels",
    description:
      'Lists kernels that a Droplet made before 2017 can change to; newer ones have none.',
    reply: pagedList('kernels'),
  },
  droplets_list_firewalls: {
    title: "List a Droplet's firewalls",
    description: 'Lists firewalls that guard a Droplet, with their rules.',
    reply: pagedList('firewalls'),
  },
});
