// Where DigitalOcean's document is wrong about Droplets.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['droplets_destroy_byTag'],
    change: { kind: 'scopes', are: [['droplet:delete', 'tag:read']] },
    why: 'The parameter tag_name, which every such call carries, asks for tag:read by itself.',
    source: 'description of the tag_name parameter in the document',
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
];
