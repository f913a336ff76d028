// Where DigitalOcean's document is wrong about changing Spaces keys.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['spacesKey_get'],
    change: { kind: 'reply', documented: 'keys', is: 'key' },
    why: 'One key comes under its own name; the schema of the list is used for it.',
    source: 'example of the operation; godo decodes a key',
  },
  {
    operations: ['spacesKey_update', 'spacesKey_patch'],
    change: { kind: 'no_argument', at: 'body.grants' },
    why: 'Only the name of a key can be changed; the schema of a whole key is used for the request.',
    source: 'description of both operations',
  },
  {
    operations: ['spacesKey_update', 'spacesKey_patch'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'The name is all that can be changed: without it the call does nothing.',
    source: 'description of both operations and their example',
  },
];
