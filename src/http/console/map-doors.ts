// The doors of the permission map: the map, how it stands for somebody, one endpoint, and the search.

import { beginningOf } from '../../../tools/cut-text.ts';
import { longestRequest } from '../../../tools/find/finder.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Holders } from '../../console/holder.ts';
import { describeEndpoint } from '../../console/map/describe.ts';
import type { PermissionMap, SearchResult, Standings } from '../../console/map/row.ts';
import { permissionMap } from '../../console/map/rows.ts';
import { standingsOf } from '../../console/map/standings.ts';
import { createSearch } from '../../menu/finders/search.ts';
import type { Row } from '../doors/door.ts';
import { Refusal } from '../refusal.ts';
import type { DataDoor } from './data-door.ts';
import { type Packable, packable, packedReply } from './packed.ts';

/** Tools that a search tells at most. */
const mostFound = 60;

/** What is found and has less than this share of the best one's score is noise. */
const nearEnough = 0.2;

/** A name that no tool has. */
export const unknownTool = new Refusal({ status: 404, message: 'There is no tool of this name.' });

/** Who holds nothing that could be shown. */
export const unknownHolder = new Refusal({
  status: 404,
  message: 'This server holds no credential of this name.',
});

/** Makes the doors. */
export const mapDoors = (door: DataDoor, box: ToolBox, holders: Holders): readonly Row[] => {
  let made: Promise<{ readonly map: PermissionMap; readonly content: Packable }> | undefined;
  const map = () => {
    made ??= permissionMap(box).then((one) => ({
      map: one,
      content: packable(JSON.stringify(one)),
    }));
    return made;
  };
  const search = createSearch(box);

  const find = async (request: string): Promise<SearchResult> => {
    if (request.trim() === '') return { names: [] };
    const found = await search(beginningOf(request, longestRequest), mostFound);
    const best = found[0]?.score ?? 0;
    return {
      names: found.filter(({ score }) => score >= best * nearEnough).map(({ name }) => name),
    };
  };

  return [
    door('/console/api/map', {
      GET: async ({ exchange }) =>
        packedReply(exchange, (await map()).content, { 'content-type': 'application/json' }),
    }),
    door('/console/api/map/{tool}', {
      GET: async ({ parts }) => {
        const tool = await box.named(parts['tool'] ?? '');
        const row = (await map()).map.rows.find(({ name }) => name === tool?.name);
        return tool && row ? describeEndpoint(box, tool, row) : unknownTool;
      },
    }),
    door('/console/api/standings', {
      GET: async ({ query }): Promise<Standings | Refusal> => {
        const holder = holders().find(({ id }) => id === query.get('holder'));
        return holder ? standingsOf(box, holder) : unknownHolder;
      },
    }),
    door('/console/api/search', { GET: ({ query }) => find(query.get('for') ?? '') }),
  ];
};
