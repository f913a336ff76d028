// The menu of endpoint tools: one tool for each endpoint that the guard does not refuse.
import { nearestTool } from '../../tools/nearest-tool.ts';
import type { ToolBox } from '../../tools/tool/tool-box.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Menu } from './menu.ts';

/** Tools that a guard refuses by their outline are never loaded, nor are areas in which nothing is left. */
const workOut = async (box: ToolBox, guard: Guard): Promise<readonly OfferedTool[]> => {
  const open = box.outlines.filter((outline) => !guard.refusalOf(outline));
  const areas = [...new Set(open.map(({ area }) => area))];
  const names = new Set(open.map(({ name }) => name));
  const tools = (await Promise.all(areas.map((area) => box.ofArea(area)))).flat();
  return tools.flatMap((tool) => (names.has(tool.name) ? (guard.offer(tool) ?? []) : []));
};

/** The menu of all tools in a box. */
export const createEndpointMenu = (box: ToolBox): Menu => {
  // A list belongs to its guard, which is made anew when a grant or a selection changes. It grants nothing: every
  // call is asked about again.
  const lists = new WeakMap<Guard, Promise<readonly OfferedTool[]>>();
  return {
    list: (guard) => {
      const known = lists.get(guard) ?? workOut(box, guard);
      lists.set(guard, known);
      return known;
    },
    find: (name) => box.named(name),
    meant: (name, guard) =>
      nearestTool(
        name,
        box.outlines.filter((outline) => !guard.refusalOf(outline)).map((outline) => outline.name),
      ),
  };
};
