// Where DigitalOcean's document is wrong about CDN endpoints.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['cdn_update_endpoints'],
    change: { kind: 'default', at: 'ttl' },
    why: 'The default is that of a new endpoint; an update without it leaves the time as it is.',
    source:
      "DigitalOcean's Go client, whose update of the custom domain sends no ttl and changes none",
  },
];
