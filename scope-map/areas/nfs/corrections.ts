// Where DigitalOcean's document is wrong about NFS.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['nfs_create'],
    change: { kind: 'schema', at: 'body.size_gib', set: { minimum: 50 } },
    why: 'Smaller shares are refused.',
    source: 'description of size_gib and the 400 of the operation',
  },
  {
    operations: ['nfs_create'],
    change: { kind: 'schema', at: 'body.vpc_ids', set: { minItems: 1 } },
    why: 'A share that no VPC can reach is made by detaching it, not so.',
    source: 'vpc_ids is required; INACTIVE is described as the state without a VPC',
  },
  {
    operations: ['nfs_create_access_point'],
    change: {
      kind: 'schema',
      at: 'body.name',
      set: { pattern: '^[a-zA-Z0-9][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$' },
    },
    why: 'The description gives the form of a name, the schema does not.',
    source: 'description of name',
  },
  {
    operations: ['nfs_create_access_point'],
    change: {
      kind: 'schema',
      at: 'body.path',
      set: { pattern: '^/[A-Za-z0-9_./-]+$', maxLength: 1024 },
    },
    why: 'The description gives the form of a path, the schema does not.',
    source: 'description of path',
  },
];
