// Where DigitalOcean's document is wrong about Functions.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['functions_create_trigger'],
    change: { kind: 'schema', at: 'body.type', set: { enum: ['SCHEDULED'] } },
    why: 'The schema takes any text; there is one kind of trigger.',
    source: 'description of type',
  },
  {
    operations: ['functions_create_trigger', 'functions_update_trigger'],
    change: {
      kind: 'schema',
      at: 'body.scheduled_details.body',
      set: { additionalProperties: true },
    },
    why: 'A function takes arguments of its own; the schema only knows the one of the example.',
    source: "description of body; DigitalOcean's Go client hands on any object",
  },
  {
    operations: ['functionsAccessKey_create'],
    change: { kind: 'schema', at: 'body.expires_in', set: { pattern: '^[1-9][0-9]*[hd]$' } },
    why: 'The description gives the form of a duration, the schema does not.',
    source: 'description of expires_in',
  },
];
