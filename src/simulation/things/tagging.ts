// Tags: names that exist in the account, and the things that carry them.
import type { Scope } from '../../../scope-map/scopes.ts';
import type { Holder } from '../token/holder.ts';
import type { World } from '../world/world.ts';

/** The names of the account's tags. */
export class Tags extends Set<string> {}

/** The path of what each tag was put on last, by the tag's name. */
export class LastTagged extends Map<string, string> {}

/** What has tags. */
export interface Tagged {
  tags: readonly string[];
}

/** A kind of thing that carries tags. */
export interface Carrier {
  /** Its field in a tag's `resources`. */
  readonly shownAs: string;
  /** Path of its collection under /v2. */
  readonly path: string;
  /** What seeing how many there are needs. */
  readonly reads: Scope;
  /** Things by the id that paths use, oldest first. */
  readonly items: () => Iterable<readonly [id: string | number, thing: Tagged]>;
  /** Set where tags can be put on and taken off from outside. */
  readonly changes?: {
    /** What it needs beside the right to change tags. */
    readonly scope?: Scope;
    readonly find: (id: string) => Tagged | undefined;
  };
}

/** The kinds of thing that carry tags, by `resource_type`; each area adds its own. */
export class Carriers extends Map<string, Carrier> {}

/** A tag was deleted. */
export class TagGone {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Takes a tag off a thing. */
export const untag = (thing: Tagged, name: string): void => {
  thing.tags = thing.tags.filter((tag) => tag !== name);
};

/**
 * Makes tags known to the account and returns them without repetitions.
 *
 * @throws ApiRefusal 403 when there are any and the token may not create tags.
 */
export const useTags = (
  world: World,
  holder: Holder,
  names: readonly string[],
  scopes: readonly Scope[] = ['tag:create'],
): readonly string[] => {
  if (names.length === 0) return [];
  holder.demand([scopes]);
  return registerTags(world, names);
};

/** Makes tags known without asking anybody, for the simulation's own purposes. */
export const registerTags = (world: World, names: readonly string[]): readonly string[] => {
  for (const name of names) world.of(Tags).add(name);
  return [...new Set(names)];
};

/** Tags, if the token may see them. */
export const visibleTags = (holder: Holder, tags: readonly string[]): readonly string[] =>
  holder.can('tag:read') ? tags : [];
