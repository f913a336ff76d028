// The index of all operations: enough to know a tool by its name without loading its area.

import type { Area } from './areas.ts';
import type { Cost, Effect, Method } from './endpoint/effect.ts';
import type { Reply } from './endpoint/reply.ts';
import index from './index.json' with { type: 'json' };
import type { OperationId } from './operation-id.ts';

/** What the index tells of one operation. Written by `npm run catalogue`, never by hand. */
export interface IndexEntry {
  /** The tool's name. */
  readonly name: string;
  /** Former names that still work. */
  readonly aliases?: readonly string[];
  readonly area: Area;
  /** It stands on the further shelf of its area. */
  readonly further?: true;
  /** DigitalOcean has given it up; what to use instead. */
  readonly deprecated?: string;
  readonly method: Method;
  readonly path: string;
  /** Types of the parameters of the path, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What a token must hold, for people: `a + b | c` is "a and b, or c"; empty means any valid token. */
  readonly scopes: string;
  readonly effect: Effect;
  readonly cost?: Cost;
  readonly discloses?: string;
  readonly reply: Reply['kind'];
}

/** Every operation by its id, in the order of the catalogue. */
export const operationIndex = index as Readonly<Record<OperationId, IndexEntry>>;
