// Where DigitalOcean's document is wrong about monitoring.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['monitoring_create_sink'],
    change: { kind: 'required', at: 'body', names: ['destination_uuid', 'resources'] },
    why: 'A sink without clusters or without a destination forwards nothing.',
    source: 'description of the operation, which speaks of both as given',
  },
];
