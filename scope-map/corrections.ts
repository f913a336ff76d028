// Where DigitalOcean's document is wrong about an input or a scope: what we say instead, why, and how we know.
import type { Correction } from './corrections/correction.ts';
import { infrastructureCorrections } from './corrections/infrastructure.ts';
import { scopeCorrections } from './corrections/scopes.ts';
import { serviceCorrections } from './corrections/services.ts';

/** Every correction of the document, in the order in which they are applied. */
export const corrections: readonly Correction[] = [
  ...scopeCorrections,
  ...infrastructureCorrections,
  ...serviceCorrections,
];
