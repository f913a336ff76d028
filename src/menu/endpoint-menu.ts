// The menu of endpoint tools: one tool for each endpoint that the guard does not refuse.
import { nearestTool } from '../../tools/nearest-tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Grant } from '../guard/grant.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Selection } from '../guard/selection.ts';
import type { Menu } from './menu.ts';

/** Tools that a guard refuses by their outline are never loaded, nor are shelves on which nothing is left. */
const workOut = async (box: ToolBox, guard: Guard): Promise<readonly OfferedTool[]> => {
  const open = box.outlines.filter((outline) => !guard.refusalOf(outline));
  const shelves = [...new Set(open.map(({ shelf }) => shelf))];
  const names = new Set(open.map(({ name }) => name));
  const tools = (await Promise.all(shelves.map((shelf) => box.onShelf(shelf)))).flat();
  return tools.flatMap((tool) => (names.has(tool.name) ? (guard.offer(tool) ?? []) : []));
};

/** The menu of all tools in a box. */
export const createEndpointMenu = (box: ToolBox): Menu => {
  // A list belongs to a grant and a selection, and is worked out anew when one of them is another. It grants nothing:
  // every call is asked about again.
  const lists = new WeakMap<Grant, WeakMap<Selection, Promise<readonly OfferedTool[]>>>();
  return {
    list: (guard) => {
      const { grant, selection } = guard;
      const ofGrant = lists.get(grant) ?? new WeakMap<Selection, Promise<readonly OfferedTool[]>>();
      lists.set(grant, ofGrant);
      const list = ofGrant.get(selection) ?? workOut(box, guard);
      ofGrant.set(selection, list);
      return list;
    },
    find: (name) => box.named(name),
    meant: (name, guard) =>
      nearestTool(
        name,
        box.outlines.filter((outline) => !guard.refusalOf(outline)).map((outline) => outline.name),
      ),
  };
};
