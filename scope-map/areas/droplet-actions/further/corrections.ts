// Where DigitalOcean's document is wrong about actions on tagged Droplets.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['dropletActions_post_byTag'],
    change: { kind: 'scopes', are: [['droplet:update', 'tag:read']] },
    why: 'The parameter tag_name, which every such call carries, asks for tag:read by itself.',
    source: 'description of the tag_name parameter in the document',
  },
  {
    operations: ['dropletActions_post_byTag'],
    change: { kind: 'required', at: 'query', names: ['tag_name'] },
    why: 'Without a tag the call names no Droplet.',
    source: 'description of the operation',
  },
  {
    operations: ['dropletActions_post_byTag'],
    change: {
      kind: 'schema',
      at: 'body.type',
      set: {
        enum: [
          'power_on',
          'power_off',
          'power_cycle',
          'shutdown',
          'snapshot',
          'enable_backups',
          'disable_backups',
          'enable_ipv6',
        ],
      },
    },
    why: 'Only some actions can be started on many Droplets; the enum lists those of one.',
    source: "the operation's own list of types and the discriminator mapping",
  },
];
