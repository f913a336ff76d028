// What find_tools answers: the best few tools with their schemas, and what exists but is not granted.
import { type Area, areaNames, areas } from '../../../scope-map/areas.ts';
import { shortened } from '../../../tools/cut-text.ts';
import { wholeSchemaOf } from '../../../tools/request/in-full.ts';
import type { Outline } from '../../../tools/tool/outline.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Guard, OfferedTool } from '../../guard/guard.ts';
import type { Refused } from '../../guard/verdict.ts';
import { ownToolsFor } from '../own-tools.ts';
import { areasNamed } from '../presets.ts';
import { finderFor, throughOf } from './finder-tools.ts';
import { addressOfSchema } from './schema-address.ts';
import type { Search } from './search.ts';

/** What was asked. */
export interface Wish {
  readonly request: string;
  readonly area?: string;
  readonly most?: number;
}

/** Tools that are answered when nobody says how many. */
const usualMost = 3;

/** The longest answer, in characters of compact JSON: about 2,500 tokens, since schemas hold some 3.4 characters each. */
const longestFind = 8_000;

/** Tools that were found and may not be used; more would only distract. */
const mostBarred = 2;

/** Found tools that are looked through for those that may be used. */
const lookedAt = 24;

/** A schema that is too long for an answer, by the names of its arguments. */
const inShort = ({ inputSchema }: OfferedTool): Readonly<Record<string, unknown>> => ({
  arguments: Object.entries(inputSchema.properties).map(([name, { description = '' }]) =>
    description === '' ? name : `${name}: ${description}`,
  ),
  required: inputSchema.required ?? [],
});

/** A tool without its schema. */
const headOf = (tool: OfferedTool, isListed: boolean): Readonly<Record<string, unknown>> => ({
  name: tool.name,
  // What is listed is called by its own name.
  ...(!isListed && { call_with: finderFor(throughOf(tool.annotations)) }),
  description: tool.description,
});

/** The fullest way to show a tool that fits: what the list shows loosely spelled out, as the list shows it, or in short. */
const cardOf = async (
  tool: Tool,
  offered: OfferedTool,
  isListed: boolean,
  room: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const head = headOf(offered, isListed);
  const whole = await wholeSchemaOf(tool, offered.inputSchema);
  const isLoose = whole !== offered.inputSchema;
  const hint = isLoose && { whole_schema: addressOfSchema(tool.name) };
  const ways = [
    { ...head, input_schema: whole },
    ...(isLoose ? [{ ...head, input_schema: offered.inputSchema, ...hint }] : []),
  ];
  return (
    ways.find((way) => JSON.stringify(way).length <= room) ?? {
      ...head,
      ...inShort(offered),
      ...hint,
    }
  );
};

/** What stands in the way of a tool that was found; undefined where the owner does not want it to be seen. */
const whyBarred = ({ rule, reason, missing }: Refused) => {
  if (missing.length > 0) return { missing_scopes: missing };
  return rule === 'secrets' ? { because: reason } : undefined;
};

const bare = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The areas that a word stands for: as --areas takes it, or, however spelled, a title, or what names of tools begin with. */
const areasMeant = (word: string, box: ToolBox): ReadonlySet<Area> => {
  const named = areasNamed(word);
  if (named) return new Set(named);
  const meant = bare(word);
  const isMeant = ({ area, name }: Outline): boolean =>
    [area, areas[area].title, name.split('_', 1)[0] ?? ''].some((one) => bare(one) === meant);
  return new Set(box.outlines.filter(isMeant).map(({ area }) => area));
};

/** The answer to a search. */
export const findAnswer = async (
  wish: Wish,
  guard: Guard,
  parts: {
    readonly box: ToolBox;
    readonly search: Search;
    /** Names of the tools that this caller has in its list. */
    readonly listed: ReadonlySet<string>;
  },
): Promise<Readonly<Record<string, unknown>>> => {
  const { box, search, listed } = parts;
  const within = wish.area === undefined ? undefined : areasMeant(wish.area, box);
  if (wish.area !== undefined && within?.size === 0)
    return {
      tools: [],
      note: `There is no area "${shortened(wish.area, 64)}". Areas: ${areaNames.join(', ')}.`,
    };
  const most = wish.most ?? usualMost;
  // Within one area the best of all others would be in the way.
  const found = await search(wish.request, within ? box.outlines.length : lookedAt);
  const cards: Readonly<Record<string, unknown>>[] = [];
  const barred: Readonly<Record<string, unknown>>[] = [];
  const more: string[] = [];
  let room = longestFind;
  const own = new Map(ownToolsFor(box, guard).map((one) => [one.name, one]));
  for (const { name } of found) {
    const ours = within ? undefined : own.get(name);
    if (ours && cards.length < most) {
      const card = { ...headOf(ours, true), input_schema: ours.inputSchema };
      room -= JSON.stringify(card).length;
      cards.push(card);
      continue;
    }
    const tool = await box.named(name);
    if (!tool || within?.has(tool.endpoint.area) === false) continue;
    const standing = guard.standing(tool);
    if (standing.answer === 'refused') {
      // What the owner left out is nobody's business; what only a scope is missing for is worth asking for.
      const why = whyBarred(standing);
      if (why && barred.length < mostBarred) barred.push({ name, title: tool.title, ...why });
      continue;
    }
    const offered = guard.offer(tool);
    if (!offered) continue;
    if (cards.length + more.length >= most) continue;
    const card = more.length > 0 ? null : await cardOf(tool, offered, listed.has(name), room);
    const length = JSON.stringify(card).length;
    // What has no room is named at least, in its order.
    if (card === null || (length > room && cards.length > 0)) {
      more.push(name);
      continue;
    }
    room -= length;
    cards.push(card);
  }
  return {
    tools: cards,
    ...(more.length > 0 && { also_found: more }),
    ...(barred.length > 0 && { not_granted: barred }),
    ...(cards.length === 0 && {
      note:
        barred.length > 0
          ? 'What was found may not be used here; tell the user why, and which scope is missing.'
          : 'Nothing was found. Say it in other words, such as the name of the thing and what to do with it.',
    }),
  };
};
