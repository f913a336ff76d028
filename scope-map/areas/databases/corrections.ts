// Where DigitalOcean's document is wrong about managed databases.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['databases_create_cluster'],
    change: {
      kind: 'schema',
      at: 'body.private_network_uuid',
      set: { format: 'uuid' },
      drop: ['pattern'],
    },
    why: 'The pattern is not anchored, so it checks nothing, and lets an empty id through.',
    source: 'the pattern itself',
  },
  {
    operations: ['databases_create_cluster'],
    change: { kind: 'no_argument', at: 'body.rules.uuid' },
    why: 'DigitalOcean gives a rule its id; a new rule has none.',
    source: "DigitalOcean's Go client never sends it when a cluster is made",
  },
];
