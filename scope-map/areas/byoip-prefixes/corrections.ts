// Where DigitalOcean's document is wrong about BYOIP prefixes.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['byoipPrefixes_patch'],
    change: { kind: 'required', at: 'body', names: ['advertise'] },
    why: 'It is the only thing that can be changed: without it the call asks for nothing.',
    source: 'description of the operation',
  },
];
