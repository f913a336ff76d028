// The search over all tools of the box; its index is made when it is first asked.
import { areas } from '../../../scope-map/areas.ts';
import type { Wanted } from '../../../scope-map/thesaurus.ts';
import type { Findable, Found } from '../../../tools/find/finder.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { inventoryTool } from '../own-tools.ts';

/** Finds tools by a request in people's words, the best first. */
export type Search = (request: string, most: number) => Promise<readonly Found[]>;

const doesOf = ({ endpoint }: Tool): Wanted => {
  switch (endpoint.method) {
    case 'GET':
      return endpoint.reply.kind === 'list' ? 'list' : 'get';
    case 'DELETE':
      return 'delete';
    case 'POST':
      return endpoint.effect === 'destroy'
        ? 'delete'
        : endpoint.effect === 'read'
          ? 'get'
          : 'create';
    default:
      return 'update';
  }
};

/** The values of an argument that says what to do. */
const deedsOf = ({ inputSchema, endpoint }: Tool): string => {
  const { type } = inputSchema.properties;
  return endpoint.effect !== 'read' && endpoint.path.endsWith('/actions')
    ? (type?.enum ?? []).join(' ')
    : '';
};

/** The inventory, which no operation stands behind. */
const findableInventory: Findable = {
  name: inventoryTool.name,
  title: inventoryTool.title,
  description: inventoryTool.description,
  area: 'account',
  path: '',
  scopes: '',
  deeds: '',
  asked: [
    'what do I pay for',
    'what costs money on this account',
    'inventory of everything that costs',
    'is everything gone that was billed',
  ],
  does: 'list',
  common: 1,
};

const open = async (box: ToolBox): Promise<(request: string, most: number) => readonly Found[]> => {
  const [tools, { loadAsked }, { createFinder }] = await Promise.all([
    box.all(),
    import('../../../scope-map/asked.ts'),
    import('../../../tools/find/finder.ts'),
  ]);
  const askings = await loadAsked();
  return createFinder([
    findableInventory,
    ...tools.map((tool): Findable => {
      const { endpoint } = tool;
      const { asked = [], common = 1 } = askings[endpoint.id] ?? {};
      return {
        name: tool.name,
        title: tool.title,
        description: tool.description,
        area: `${endpoint.area} ${areas[endpoint.area].title}`,
        path: endpoint.path,
        scopes: endpoint.requires.flat().join(' '),
        deeds: deedsOf(tool),
        asked,
        does: doesOf(tool),
        common: endpoint.deprecated === undefined ? common : 0,
      };
    }),
  ]);
};

/** Of several lists the first of each, then the second of each, and each tool once. */
const inTurn = (lists: readonly (readonly Found[])[]): readonly Found[] => {
  const longest = Math.max(...lists.map((list) => list.length));
  const found = new Map<string, Found>();
  for (let at = 0; at < longest; at += 1)
    for (const one of lists.flatMap((list) => list[at] ?? []))
      if (!found.has(one.name)) found.set(one.name, one);
  return [...found.values()];
};

/** The search of a box; nothing is loaded before it is asked. */
export const createSearch = (box: ToolBox): Search => {
  let ready: ReturnType<typeof open> | undefined;
  return async (request, most) => {
    ready ??= open(box);
    const find = await ready;
    const { wishesIn } = await import('../../../tools/find/wishes.ts');
    const [first = [], ...others] = wishesIn(request).map((wish) => find(wish, most));
    return others.length === 0 ? first : inTurn([first, ...others]).slice(0, most);
  };
};
