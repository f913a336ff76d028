// Where DigitalOcean's document is wrong about certificates.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['certificates_list'],
    change: { kind: 'default', at: 'name' },
    why: 'Without a name all certificates are listed; an empty text is no default that a caller could use.',
    source: 'example reply of the operation, which names several',
  },
];
