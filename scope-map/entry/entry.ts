// What an area says about one of its operations.
import type { Effect } from '../endpoint/effect.ts';
import type { Traits } from '../endpoint/traits.ts';

/**
 * One entry. Method, path and scopes are those of its facts; where the document is wrong about them, a correction
 * says so. The effect is left out where the method tells it: GET reads, DELETE destroys.
 */
export interface Entry<Place extends string = string> extends Traits<Place> {
  readonly effect?: Effect;
}
