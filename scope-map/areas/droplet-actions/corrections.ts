// Where DigitalOcean's document is wrong about Droplet actions.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
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
];
