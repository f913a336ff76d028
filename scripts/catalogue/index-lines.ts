// Writes the index of all operations from their entries and facts: one line a tool.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import { completeShelf } from '../../scope-map/entry/complete.ts';
import type { IndexEntry } from '../../scope-map/operation-index.ts';
import type { Shelf } from '../../scope-map/shelves.ts';
import { toolName } from '../../tools/tool/name.ts';

const lineOf = (endpoint: Endpoint): IndexEntry => ({
  name: toolName(endpoint),
  ...(endpoint.aliases && { aliases: endpoint.aliases }),
  area: endpoint.area,
  ...(endpoint.shelf !== endpoint.area && { further: true as const }),
  ...(endpoint.deprecated !== undefined && { deprecated: endpoint.deprecated }),
  method: endpoint.method,
  path: endpoint.path,
  parameters: Object.fromEntries(
    Object.entries(endpoint.facts.pathArguments).map(([name, { type }]) => [
      name,
      typeof type === 'string' ? type : 'string',
    ]),
  ),
  scopes: endpoint.requires.map((all) => all.join(' + ')).join(' | '),
  effect: endpoint.effect,
  ...(endpoint.cost && { cost: endpoint.cost }),
  ...(endpoint.discloses && {
    discloses: endpoint.discloses.only
      ? `only a ${endpoint.discloses.kind}`
      : endpoint.discloses.kind,
  }),
  reply: endpoint.reply.kind,
});

/** The index by operation id, in the order of the catalogue. Operations without facts are left out. */
export const indexOf = (
  shelves: ReadonlyMap<Shelf, AreaMap>,
): Readonly<Record<string, IndexEntry>> =>
  Object.fromEntries(
    [...shelves].flatMap(([shelf, map]) => {
      const entries = Object.entries(map.entries).filter(([id]) => id in map.facts);
      return completeShelf(shelf, { ...map, entries: Object.fromEntries(entries) }).map(
        (endpoint) => [endpoint.id, lineOf(endpoint)] as const,
      );
    }),
  );

/** The text of the index: a line for each tool, so that a change of one is a change of one line. */
export const indexText = (index: Readonly<Record<string, unknown>>): string =>
  `{\n${Object.entries(index)
    .map(([id, line]) => ` ${JSON.stringify(id)}: ${JSON.stringify(line)}`)
    .join(',\n')}\n}\n`;
