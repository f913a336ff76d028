// Draws the rooms and their arrows as a Mermaid chart, and puts it into a document between two marks.
import { type Arrows, essential } from './rooms.ts';

const opening = '<!-- rooms: written by npm run architecture -->';
const closing = '<!-- /rooms -->';

const id = (room: string): string => room.replaceAll(/[^A-Za-z0-9]/g, '_');

const building = (room: string): string => room.split('/')[0] ?? room;

/** The chart: one box a room, grouped by building, an arrow from whoever imports to what is imported. */
export const chartOf = (arrows: Arrows): string => {
  const rooms = [...new Set([...arrows.keys(), ...[...arrows.values()].flatMap((to) => [...to])])]
    .filter((room) => room !== 'package.json')
    .toSorted();
  const buildings = [...new Set(rooms.map(building))].toSorted().toReversed();
  const boxes = buildings.flatMap((name) => {
    const inside = rooms.filter((room) => building(room) === name && room !== name);
    const alone = rooms.includes(name) ? [`  ${id(name)}["${name}"]`] : [];
    if (inside.length === 0) return alone;
    return [
      `  subgraph ${id(name)}_rooms ["${name}/"]`,
      ...alone.map((line) => `  ${line}`),
      ...inside.map((room) => `    ${id(room)}["${room.slice(name.length + 1)}"]`),
      '  end',
    ];
  });
  const lines = [...essential(arrows)].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => rooms.includes(to))
      .toSorted()
      .map((to) => `  ${id(from)} --> ${id(to)}`),
  );
  return ['```mermaid', 'flowchart TD', ...boxes, ...lines, '```'].join('\n');
};

/**
 * The document with this chart between its marks.
 * @throws {Error} when the document has no marks.
 */
export const withChart = (document: string, chart: string): string => {
  const from = document.indexOf(opening);
  const to = document.indexOf(closing);
  if (from < 0 || to < from) throw new Error(`The document needs ${opening} and ${closing}.`);
  return `${document.slice(0, from + opening.length)}\n\n${chart}\n\n${document.slice(to)}`;
};
