// Where DigitalOcean's document is wrong about changing SSH keys.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['sshKeys_update'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'The name is all that can be changed: without it the call does nothing.',
    source: 'description of the operation',
  },
];
