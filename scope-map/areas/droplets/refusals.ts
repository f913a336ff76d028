// Why DigitalOcean would refuse what is done with Droplets.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, limited, look, mustExist, perhaps, untold } from '../../entry/refusals.ts';
import { dropletIsIdle } from '../droplet-actions/refusals.ts';

const inRegion = { argument: 'region' } as const;
const anywhere = { argument: 'region', absent: true } as const;

const size: Check = look(
  looking('sizes_list', {}),
  [
    ground('missing', 'there is no size {size}'),
    ground({ at: 'available', is: [false] }, 'the size {size} is not to be had now'),
    ground({ at: 'regions', empty: true }, 'the size {size} is not to be had in any region'),
    ground(
      { at: 'regions', startsNone: 'region' },
      'the size {size} is not to be had in {region}',
      {
        when: inRegion,
      },
    ),
  ],
  { among: { list: 'sizes', where: { slug: 'size' } } },
);

const region: Check = look(
  looking('regions_list', {}),
  [
    ground({ at: 'available', is: [false] }, 'the region {region} takes no new Droplets'),
    perhaps('missing', 'which region DigitalOcean takes for {region}', inRegion),
  ],
  { when: inRegion, among: { list: 'regions', where: { slug: 'region' } } },
);

const image: Check = mustExist(
  looking('images_get', { image_id: 'image' }),
  'there is no image {image}',
  {
    beside: {
      ordered: { read: looking('sizes_list', {}), at: 'sizes', where: { slug: 'size' } },
    },
    further: [
      ground(
        { at: 'image.regions', startsNone: 'region' },
        'the image {image} is not in {region}',
        {
          when: inRegion,
        },
      ),
      ground(
        { at: 'image.min_disk_size', exceeds: 'ordered.disk' },
        'the image {image} needs a larger disk than {size} has',
      ),
      perhaps(
        { at: 'image.public', is: [false] },
        'whether the image {image} is in the region that DigitalOcean takes',
        anywhere,
      ),
    ],
  },
);

const volumes: Check = mustExist(
  looking('volumes_get', { volume_id: 'it' }),
  'there is no volume {it}',
  {
    each: 'volumes',
    further: [
      ground({ at: 'volume.droplet_ids', filled: true }, 'the volume {it} is attached already'),
      ground(
        { at: 'volume.region.slug', startsNone: 'region' },
        'the volume {it} is not in {region}',
        {
          when: inRegion,
        },
      ),
      perhaps('there', 'which region DigitalOcean takes', anywhere),
      perhaps('there', 'whether one volume can go to several Droplets', { argument: 'names' }),
    ],
  },
);

/** By operation id. */
export const refusals: Refusals = {
  droplets_create: [
    size,
    region,
    image,
    volumes,
    look(looking('sshKeys_list', {}), [ground('missing', 'there is no SSH key {it}')], {
      each: 'ssh_keys',
      among: { list: 'ssh_keys', where: { 'id|fingerprint': 'it' } },
    }),
    mustExist(looking('vpcs_get', { vpc_id: 'vpc_uuid' }), 'there is no VPC network {vpc_uuid}', {
      further: [
        ground(
          { at: 'vpc.region', startsNone: 'region' },
          'the VPC network {vpc_uuid} is not in {region}',
          { when: inRegion },
        ),
        perhaps('there', 'which region DigitalOcean takes', anywhere),
      ],
    }),
    limited(
      looking('droplets_list', {}),
      'droplet_limit',
      'the limit of Droplets that the account may have is reached',
      { adding: 'names' },
    ),
  ],
  droplets_destroy: [dropletIsIdle],
  droplets_destroy_byTag: [
    look(looking('droplets_list', { tag_name: 'tag_name' }), [
      perhaps({ at: 'droplets', empty: true }, 'what happens where no Droplet has the tag'),
    ]),
    untold('whether something runs on one of the Droplets'),
  ],
};
