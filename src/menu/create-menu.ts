// The menu of a box of tools: direct ones, and finders for what may be called and is not listed.
import { core } from '../../scope-map/core.ts';
import { errorAnswer } from '../../tools/answer/error-answer.ts';
import { type NearestTool, nearestAmong } from '../../tools/nearest-tool.ts';
import { accountInventory } from '../../tools/own-tools.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Grant } from '../guard/grant.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Selection } from '../guard/selection.ts';
import {
  callingFinders,
  finderFor,
  findersFor,
  findTools,
  offeredFinders,
  throughOf,
} from './finders/finder-tools.ts';
import { listedOf, type Mode } from './listing.ts';
import type { Meaning, Menu } from './menu.ts';
import { ownToolsListed } from './own-tools.ts';

/** What one caller is shown. */
interface Shown {
  readonly tools: readonly OfferedTool[];
  readonly names: ReadonlySet<string>;
}

/** The tools that may be called and are not listed, one after the other: most often the first few tell enough. */
function* beyond(box: ToolBox, guard: Guard, listed: ReadonlySet<string>): Iterable<Outline> {
  for (const outline of box.outlines)
    if (!listed.has(outline.name) && !guard.refusalOf(outline)) yield outline;
}

/** Tools that a guard refuses by their outline are never loaded, nor are shelves on which nothing is listed. */
const workOut = async (box: ToolBox, guard: Guard, mode: Mode): Promise<Shown> => {
  const listed = listedOf(box.outlines, guard, mode);
  const shelves = [...new Set(listed.map(({ shelf }) => shelf))];
  const names = new Set(listed.map(({ name }) => name));
  const tools = (await Promise.all(shelves.map((shelf) => box.onShelf(shelf)))).flat();
  const direct = tools.flatMap((tool) => (names.has(tool.name) ? (guard.offer(tool) ?? []) : []));
  const finders = mode === 'tools' ? [] : findersFor(beyond(box, guard, names));
  return { tools: [...direct, ...ownToolsListed(box, guard, mode), ...finders], names };
};

/** The menu of all tools in a box. */
export const createMenu = (box: ToolBox, mode: Mode): Menu => {
  // A list belongs to a grant and a selection, and is worked out anew when one of them is another. It grants nothing:
  // every call is asked about again.
  const lists = new WeakMap<Grant, WeakMap<Selection, Promise<Shown>>>();
  const shown = (guard: Guard): Promise<Shown> => {
    const { grant, selection } = guard;
    const ofGrant = lists.get(grant) ?? new WeakMap<Selection, Promise<Shown>>();
    lists.set(grant, ofGrant);
    const list = ofGrant.get(selection) ?? workOut(box, guard, mode);
    ofGrant.set(selection, list);
    return list;
  };
  // The words of the names are read when the first unknown one comes: any name may come, again and again.
  let nearest: NearestTool | undefined;
  const meant = (name: string, guard: Guard): string | undefined => {
    nearest ??= nearestAmong(box.outlines.map((outline) => outline.name));
    return nearest(name, (known) => {
      const outline = box.outlineOf(known);
      return outline !== undefined && !guard.refusalOf(outline);
    });
  };
  /** Whether a tool may be called by its own name: what is listed, and what is refused anyway, in its own words. */
  const isAtHand = async (tool: Tool, guard: () => Promise<Guard>): Promise<boolean> => {
    if (mode === 'tools' || (mode === 'both' && core.has(tool.endpoint.id))) return true;
    const asking = await guard();
    if (asking.standing(tool).answer === 'refused') return true;
    return (await shown(asking)).names.has(tool.name);
  };
  let finders: ReturnType<typeof openFinders> | undefined;

  return {
    list: async (guard) => (await shown(guard)).tools,
    meaning: async (name, raw, guard) => {
      if (name === accountInventory) return { kind: 'inventory', raw };
      const tool = await box.named(name);
      if (tool)
        return (await isAtHand(tool, guard))
          ? { kind: 'call', call: { tool, raw } }
          : notListed(tool);
      if (mode === 'tools' || (name !== findTools && !(name in callingFinders))) return undefined;
      finders ??= openFinders(box, { shown, meant });
      return (await finders)(name, raw, guard);
    },
    meant,
  };
};

const notListed = (tool: Tool): Meaning => ({
  kind: 'said',
  ok: false,
  answer: errorAnswer({
    code: 'not_listed',
    message: `${tool.name} exists and is not in your list of tools. Nothing was sent.`,
    next: `Call ${finderFor(throughOf(tool.annotations))} with the name ${tool.name} and its arguments; ${findTools} tells its schema.`,
  }),
});

/** What the finders' names mean; loaded with the first call of one. */
const openFinders = async (
  box: ToolBox,
  menu: {
    readonly shown: (guard: Guard) => Promise<Shown>;
    readonly meant: (name: string, guard: Guard) => string | undefined;
  },
) => {
  const [{ validateAgainst }, { createSearch }, { findAnswer }, { innerCall }] = await Promise.all([
    import('../../tools/request/against-schema.ts'),
    import('./finders/search.ts'),
    import('./finders/find-answer.ts'),
    import('./finders/inner-call.ts'),
  ]);
  const search = createSearch(box);
  return async (
    name: string,
    raw: unknown,
    guard: () => Promise<Guard>,
  ): Promise<Meaning | undefined> => {
    const finder = offeredFinders.find((one) => one.name === name);
    if (!finder) return undefined;
    const validated = validateAgainst(finder.inputSchema, raw);
    if (!validated.ok)
      return {
        kind: 'said',
        ok: false,
        answer: errorAnswer({
          code: 'invalid_arguments',
          message: `${validated.problems.join('. ')}.`,
          next: `Correct the arguments and call ${name} again. Nothing was sent.`,
        }),
      };
    const given = validated.arguments;
    const through = callingFinders[name];
    if (through === 'read' && given['name'] === accountInventory)
      return { kind: 'inventory', raw: given['arguments'] };
    if (through !== undefined) {
      const call = await innerCall(box, through, given, async (one) =>
        menu.meant(one, await guard()),
      );
      return 'error' in call ? { kind: 'said', ok: false, answer: call } : { kind: 'call', call };
    }
    const asking = await guard();
    const { request, area, most } = given;
    const wish = {
      request: String(request),
      ...(typeof area === 'string' && { area }),
      ...(typeof most === 'number' && { most }),
    };
    const { names } = await menu.shown(asking);
    return {
      kind: 'said',
      ok: true,
      answer: await findAnswer(wish, asking, { box, search, listed: names }),
    };
  };
};
