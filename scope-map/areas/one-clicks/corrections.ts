// Where DigitalOcean's document is wrong about 1-Click applications.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['oneClicks_install_kubernetes'],
    change: { kind: 'schema', at: 'body.addon_slugs', set: { minItems: 1 } },
    why: 'Without an application there is nothing to install; the schema gives an empty list as default.',
    source: 'the argument is required, and every example names applications',
  },
];
