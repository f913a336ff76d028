// One thing that has moved between DigitalOcean's document and the scope map.

/** What kinds of things move, with the heading under which a changelog tells them; in the order in which they are told. */
export const kinds = {
  'endpoint removed': 'Endpoints removed',
  'endpoint moved': 'Endpoints moved',
  'endpoint added': 'Endpoints added',
  'scopes changed': 'Scopes changed',
  'scope added': 'Scopes added',
  'input changed': 'Inputs changed',
  'reply changed': 'Replies changed',
  'request shape': 'Inputs of endpoints that are not catalogued',
  correction: 'Corrections that are not needed any more',
  'not distilled': 'Catalogued and not distilled yet',
  'not catalogued': 'Distilled and not catalogued any more',
  'file changed': 'Files changed',
  'file added': 'Files added',
} as const;

/** A kind of thing that moves. */
export type FindingKind = keyof typeof kinds;

/** One thing that has moved. */
export interface Finding {
  readonly kind: FindingKind;
  readonly what: string;
}

/** Findings of one kind. */
export const all = (kind: FindingKind, what: readonly string[]): readonly Finding[] =>
  what.map((one) => ({ kind, what: one }));
