// Where DigitalOcean's document is wrong about volumes.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['volumes_list'],
    change: { kind: 'scopes', are: [['block_storage:read']] },
    why: 'The names stand for alternatives: an account-wide token, or the one custom scope. Account-wide tokens hold every custom scope for the guard, so only the custom one is named.',
    source: "DigitalOcean's list of scopes, where api:read and api:write mean the whole API",
  },
  {
    operations: ['volumes_create'],
    change: { kind: 'scopes', are: [['block_storage:create']] },
    why: 'The names stand for alternatives: an account-wide token, or the one custom scope. Account-wide tokens hold every custom scope for the guard, so only the custom one is named.',
    source: "DigitalOcean's list of scopes, where api:read and api:write mean the whole API",
  },
  {
    operations: ['volumes_delete_byName'],
    change: { kind: 'scopes', are: [['block_storage:delete']] },
    why: 'The names stand for alternatives: an account-wide token, or the one custom scope. Account-wide tokens hold every custom scope for the guard, so only the custom one is named.',
    source: "DigitalOcean's list of scopes, where api:read and api:write mean the whole API",
  },
  {
    operations: ['volumeActions_post'],
    change: { kind: 'scopes', are: [['block_storage_action:create']] },
    why: 'The names stand for alternatives: an account-wide token, or the one custom scope. Account-wide tokens hold every custom scope for the guard, so only the custom one is named.',
    source: "DigitalOcean's list of scopes, where api:read and api:write mean the whole API",
  },
  {
    operations: ['volumes_list', 'volumes_delete_byName'],
    change: { kind: 'schema', at: 'query.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
  {
    operations: ['volumes_create', 'volumeActions_post', 'volumeActions_post_byId'],
    change: { kind: 'schema', at: 'body.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
  {
    operations: ['volumes_delete_byName'],
    change: { kind: 'required', at: 'query', names: ['name', 'region'] },
    why: 'A volume name is unique within its region only: without both, the call names nothing.',
    source: 'description of the operation: the query identifies the volume by name and region',
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
    operations: ['volumes_create'],
    change: { kind: 'optional', at: 'body', names: ['region', 'size_gigabytes'] },
    why: 'A volume from a snapshot takes region and size from it; a rule of ours asks for both otherwise.',
    source: "DigitalOcean's command line, which refuses a region beside a snapshot",
  },
];
