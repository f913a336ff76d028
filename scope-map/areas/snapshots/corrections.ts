// Where DigitalOcean's document is wrong about snapshots.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['snapshots_get'],
    change: { kind: 'scopes', are: [['snapshot:read'], ['block_storage_snapshot:read']] },
    why: 'Which of the two is needed depends on the kind of snapshot; nobody needs both.',
    source: "DigitalOcean's list of scopes: each scope names its own kind of snapshot",
  },
  {
    operations: ['snapshots_delete'],
    change: {
      kind: 'scopes',
      are: [['snapshot:delete', 'image:delete'], ['block_storage_snapshot:delete']],
    },
    why: 'The document gives the scopes for Droplet snapshots only; volume snapshots have a scope of their own.',
    source:
      "DigitalOcean's list of scopes: block_storage_snapshot:delete; snapshot:delete requires image:delete",
  },
];
