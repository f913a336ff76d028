// Gathers files into rooms and imports into arrows between them: what the picture of the architecture shows.
import type { SourceFile } from './imports.ts';

/** Which rooms import which, by the name of the room. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The room of a file: `scope-map` as a whole, each folder of `tools` and `src`, and each file that stands directly
 * in one of these two, since such a file is either what all rooms use or what puts them together.
 */
export const roomOf = (path: string): string => {
  const [top = '', folder = '', ...rest] = path.split('/');
  if (top !== 'tools' && top !== 'src') return top;
  return rest.length === 0 ? `${top}/${folder.replace(/\.ts$/, '')}` : `${top}/${folder}`;
};

/** The arrows between the rooms of these files. */
export const arrowsBetween = (files: readonly SourceFile[]): Arrows => {
  const arrows = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = roomOf(path);
    const targets = arrows.get(from) ?? new Set<string>();
    arrows.set(from, targets);
    for (const target of imports) if (roomOf(target) !== from) targets.add(roomOf(target));
  }
  return arrows;
};

const reach = (arrows: Arrows, from: string, skipping?: string): ReadonlySet<string> => {
  const seen = new Set<string>();
  const visit = (room: string): void => {
    for (const next of arrows.get(room) ?? []) {
      if (seen.has(next) || (room === from && next === skipping)) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit(from);
  return seen;
};

/** Rooms from which imports lead back to themselves. */
export const roomsInCircles = (arrows: Arrows): readonly string[] =>
  [...arrows.keys()].filter((room) => reach(arrows, room).has(room)).toSorted();

/** The arrows that are left when those are taken out that a longer way says already. */
export const essential = (arrows: Arrows): Arrows =>
  new Map(
    [...arrows].map(([room, targets]) => [
      room,
      new Set([...targets].filter((target) => !reach(arrows, room, target).has(target))),
    ]),
  );
