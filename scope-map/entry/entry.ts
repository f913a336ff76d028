// What an area says about one of its operations: everything that the document does not tell.
import type { Effect } from '../endpoint/effect.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';

/** What comes from the facts or from the area. */
type Known = 'id' | 'area' | 'method' | 'path' | 'requires' | 'facts' | 'words' | 'effect';

/**
 * One entry. Method, path and scopes are those of its facts; where the document is wrong about them, a correction
 * says so. The effect is left out where the method tells it: GET reads, DELETE destroys.
 */
export interface Entry extends Omit<Endpoint, Known> {
  readonly effect?: Effect;
}
