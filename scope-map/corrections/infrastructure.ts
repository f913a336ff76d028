// Where the document is wrong about inputs of Droplets, volumes and load balancers.
import type { Correction } from './correction.ts';

const staleRegions = (operations: readonly string[], at: string): Correction => ({
  operations,
  change: { kind: 'schema', at, drop: ['enum'] },
  why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
  source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
});

/** Corrections of inputs for machines, disks and traffic. */
export const infrastructureCorrections: readonly Correction[] = [
  staleRegions(['volumes_list', 'volumes_delete_byName'], 'query.region'),
  staleRegions(['volumes_create', 'volumeActions_post', 'volumeActions_post_byId'], 'body.region'),
  staleRegions(['loadBalancers_create'], 'body.region'),
  {
    operations: ['volumes_delete_byName'],
    change: { kind: 'required', at: 'query', names: ['name', 'region'] },
    why: 'A volume name is unique within its region only: without both, the call names nothing.',
    source: 'description of the operation: the query identifies the volume by name and region',
  },
  {
    operations: ['dropletActions_post'],
    change: {
      kind: 'schema',
      at: 'body.type',
      set: {
        enum: [
          'reboot',
          'power_on',
          'power_off',
          'power_cycle',
          'shutdown',
          'snapshot',
          'resize',
          'rename',
          'rebuild',
          'restore',
          'password_reset',
          'enable_backups',
          'change_backup_policy',
          'disable_backups',
          'enable_ipv6',
          'change_kernel',
        ],
      },
    },
    why: 'The enum of the base schema leaves out change_backup_policy.',
    source: "the operation's own table of types and the discriminator mapping name it",
  },
  {
    operations: ['droplets_create'],
    change: { kind: 'schema', at: 'body.names', set: { minItems: 1, maxItems: 10 } },
    why: 'One request makes at most ten Droplets.',
    source: 'documented limits of Droplets',
  },
  {
    operations: ['droplets_create'],
    change: { kind: 'schema', at: 'body.user_data', set: { maxLength: 65536 } },
    why: 'User data ends at 64 KiB.',
    source: 'description of user_data',
  },
  {
    operations: ['volumes_create'],
    change: { kind: 'schema', at: 'body.size_gigabytes', set: { minimum: 1, maximum: 16384 } },
    why: 'A volume has 1 GiB to 16 TiB.',
    source: 'documented limits of volumes',
  },
  {
    operations: ['volumes_create'],
    change: { kind: 'schema', at: 'body.name', set: { pattern: '^[a-z][a-z0-9-]{0,63}$' } },
    why: 'The description gives the form of a name, the schema does not.',
    source: 'description of name',
  },
  {
    operations: ['volumes_create'],
    change: { kind: 'schema', at: 'body.filesystem_type', set: { enum: ['ext4', 'xfs'] } },
    why: 'Volumes are formatted with one of two file systems.',
    source: 'description of filesystem_type',
  },
  {
    operations: ['volumeActions_post_byId'],
    change: { kind: 'schema', at: 'body.size_gigabytes', set: { minimum: 1 } },
    why: 'A size is positive.',
    source: 'documented limits of volumes',
  },
  {
    operations: ['volumeActions_post'],
    change: { kind: 'schema', at: 'body.type', set: { enum: ['attach', 'detach'] } },
    why: 'Resizing needs the id of the volume, which this path does not have.',
    source: 'discriminator mapping of the operation',
  },
  {
    operations: ['volumeActions_post'],
    change: {
      kind: 'schema',
      at: 'body',
      set: { properties: { volume_name: { type: 'string' } } },
    },
    why: 'The path names no volume, so the body must; the schema forgets the field.',
    source: 'table of attributes and example request of the operation',
  },
  {
    operations: ['volumeActions_post'],
    change: { kind: 'required', at: 'body', names: ['volume_name', 'region'] },
    why: 'A volume name is unique within its region only: without both, the call names nothing.',
    source: 'table of attributes in the description of the operation',
  },
  {
    operations: ['loadBalancers_create'],
    change: { kind: 'schema', at: 'body.forwarding_rules', set: { maxItems: 40 } },
    why: 'A load balancer has at most 40 rules.',
    source: 'documented limits of load balancers',
  },
];
