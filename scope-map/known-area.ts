// What the list of areas says of one: its title, and how its parts are read.
import type { Askings } from './endpoint/asking.ts';
import type { AreaMap } from './entry/area-map.ts';

/** An area as the list of all areas has it. */
export interface KnownArea {
  /** The area's name as a person says it. */
  readonly title: string;
  /** Reads the area's folder; nothing of it is loaded before. */
  readonly load: () => Promise<{ readonly default: AreaMap }>;
  /** Reads the operations of an area that are needed less often. */
  readonly further?: () => Promise<{ readonly default: AreaMap }>;
  /** Reads how people ask for its operations, those of both shelves. */
  readonly asked?: () => Promise<{ readonly asked: Askings }>;
}
