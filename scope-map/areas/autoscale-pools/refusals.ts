// Why DigitalOcean would refuse what is done with autoscale pools.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, limited, look, mustExist, openRegion, untold } from '../../entry/refusals.ts';

const template: Refusals[string] = [
  openRegion('droplet_template.region'),
  look(
    looking('sizes_list', {}),
    [
      ground('missing', 'there is no size {droplet_template.size}'),
      ground(
        { at: 'regions', lacks: 'droplet_template.region' },
        'the size {droplet_template.size} is not to be had in {droplet_template.region}',
      ),
    ],
    { among: { list: 'sizes', where: { slug: 'droplet_template.size' } } },
  ),
  mustExist(
    looking('images_get', { image_id: 'droplet_template.image' }),
    'there is no image {droplet_template.image}',
    {
      beside: {
        ordered: {
          read: looking('sizes_list', {}),
          at: 'sizes',
          where: { slug: 'droplet_template.size' },
        },
      },
      further: [
        ground(
          { at: 'image.regions', lacks: 'droplet_template.region' },
          'the image is not in {droplet_template.region}',
        ),
        ground(
          { at: 'image.min_disk_size', exceeds: 'ordered.disk' },
          'the image needs a larger disk than {droplet_template.size} has',
        ),
      ],
    },
  ),
  look(looking('sshKeys_list', {}), [ground('missing', 'there is no SSH key {it}')], {
    each: 'droplet_template.ssh_keys',
    among: { list: 'ssh_keys', where: { 'id|fingerprint': 'it' } },
  }),
  mustExist(
    looking('vpcs_get', { vpc_id: 'droplet_template.vpc_uuid' }),
    'there is no VPC network {droplet_template.vpc_uuid}',
    {
      further: [
        ground(
          { at: 'vpc.region', lacks: 'droplet_template.region' },
          'the VPC network is not in {droplet_template.region}',
        ),
      ],
    },
  ),
  mustExist(
    looking('projects_get', { project_id: 'droplet_template.project_id' }),
    'there is no project {droplet_template.project_id}',
  ),
  untold('whether scaling by use and the agent that measures it go together', {
    argument: 'droplet_template.with_droplet_agent',
    is: [false],
  }),
];

/** By operation id. */
export const refusals: Refusals = {
  autoscalepools_create: [
    ...template,
    limited(
      looking('droplets_list', {}),
      'droplet_limit',
      'the limit of Droplets that the account may have is reached',
      { summing: 'config.min_instances' },
    ),
    limited(
      looking('droplets_list', {}),
      'droplet_limit',
      'the limit of Droplets that the account may have is reached',
      { summing: 'config.target_number_instances' },
    ),
  ],
  autoscalepools_update: [
    ...template,
    untold('whether its Droplets fit under the limit that the account has'),
  ],
  autoscalepools_delete: [],
  autoscalepools_delete_dangerous: [],
};
