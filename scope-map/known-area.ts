// What the list of areas says of one: its title, whether it is served by default, and how its parts are read.
import type { Askings } from './endpoint/asking.ts';
import type { AreaMap } from './entry/area-map.ts';

/** An area as the list of all areas has it. */
export interface KnownArea {
  /** The area's name as a person says it. */
  readonly title: string;
  /**
   * `core`: an area of the seed catalogue; `reference`: lists that the core areas need; both are listed by default.
   * `more`: the rest of the API, in a file of its own that is read when one of its tools is needed.
   */
  readonly kind: 'core' | 'reference' | 'more';
  /** Reads the area's folder; nothing of it is loaded before. */
  readonly load: () => Promise<{ readonly default: AreaMap }>;
  /** Reads the operations of an area that are served, but not listed by default. */
  readonly further?: () => Promise<{ readonly default: AreaMap }>;
  /** Reads how people ask for its operations, those of both shelves. */
  readonly asked?: () => Promise<{ readonly asked: Askings }>;
}
