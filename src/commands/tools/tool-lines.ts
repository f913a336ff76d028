// What `do-mcp tools` knows of each tool: what it is, what it does, whether a person is asked, where it is and why.
import type { Condition, Cost, Effect, Method, Requirement } from '../../../scope-map/endpoint.ts';
import { outlineOf } from '../../../tools/tool/outline.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { Confirm } from '../../configuration/settings.ts';
import type { Guard, OfferedTool } from '../../guard/guard.ts';
import { finderFor, throughOf } from '../../menu/finders/finder-tools.ts';
import type { Mode } from '../../menu/listing.ts';
import { type Whereabouts, whereaboutsOf } from '../../menu/whereabouts.ts';

/** What the command says about one tool; also the JSON that it prints. */
export interface ToolLine {
  readonly name: string;
  /** Operation id in DigitalOcean's document; null for a tool of this server's own. */
  readonly operation: string | null;
  readonly area: string | null;
  readonly title: string;
  readonly method: Method | null;
  readonly path: string | null;
  /** Alternatives, each a list of scopes that are all needed. */
  readonly scopes: Requirement;
  readonly effect: Effect;
  readonly cost: Cost;
  /** Whether a person is asked before it is done. */
  readonly asks: Asks;
  /** What arguments change about scopes, effect and cost. */
  readonly conditions?: readonly Condition[];
  /** Given up by DigitalOcean: what to use instead. */
  readonly deprecated?: string;
  readonly state: Whereabouts['state'];
  readonly reason: string;
  readonly remedy?: string;
  /** The finder that it is usually called through. */
  readonly finder?: string;
  /** Whether it may be called at all. */
  readonly available: boolean;
  /** Arguments with which a call may be refused all the same. */
  readonly depends_on?: readonly string[];
  readonly missing_scopes?: readonly string[];
}

/** Before which calls a person is asked: none, all, those that cost enough, or those with some arguments. */
export type Asks = 'no' | 'yes' | 'by_price' | 'sometimes';

const asksOf = ({ endpoint }: Tool, guard: Guard, confirm: Confirm): Asks => {
  if (confirm === 'never') return 'no';
  const { effect, cost = 'none', discloses, conditions = [] } = endpoint;
  if (effect === 'destroy' || discloses?.only) return 'yes';
  const bills = (one: Cost | undefined): boolean => one === 'starts' || one === 'raises';
  if (confirm === 'ask' && bills(cost)) return 'by_price';
  const tells = discloses !== undefined && (guard.revealsSecrets || guard.keepsSecrets);
  const may = conditions.some(
    (one) => one.effect === 'destroy' || (confirm === 'ask' && bills(one.cost)),
  );
  return tells || may ? 'sometimes' : 'no';
};

const placeOf = (tool: Tool, guard: Guard, whereabouts: Whereabouts) => {
  const { state, reason } = whereabouts;
  if (state === 'deprecated' || state === 'hidden') {
    const { remedy, missing } = whereabouts;
    const missingScopes = missing.length > 0 && { missing_scopes: missing };
    return { state, reason, remedy, available: false, ...missingScopes };
  }
  const standing = guard.standing(tool);
  return {
    state,
    reason,
    ...(state === 'finders' && { finder: finderFor(throughOf(tool.annotations)) }),
    available: true,
    ...(standing.answer === 'depends' && { depends_on: standing.on }),
  };
};

/** What decides about a line besides the tool. */
export interface Standpoint {
  readonly guard: Guard;
  readonly mode: Mode;
  readonly confirm: Confirm;
}

/** A line for each tool, in their order. */
export const toolLines = (tools: readonly Tool[], standpoint: Standpoint): ToolLine[] => {
  const { guard, mode, confirm } = standpoint;
  const whereabouts = whereaboutsOf(tools.map(outlineOf), guard, mode);
  return tools.map((tool) => {
    const { id, area, method, path, requires, effect, cost = 'none' } = tool.endpoint;
    const { conditions, deprecated } = tool.endpoint;
    return {
      name: tool.name,
      operation: id,
      area,
      title: tool.title,
      method,
      path,
      scopes: requires,
      effect,
      cost,
      asks: asksOf(tool, guard, confirm),
      ...(conditions && { conditions }),
      ...(deprecated !== undefined && { deprecated }),
      ...placeOf(tool, guard, whereabouts(outlineOf(tool))),
    };
  });
};

/**
 * A line for each tool of this server's own.
 * @param offered those that a caller with this guard has.
 * @param listed those of them that stand in its list.
 */
export const ownLines = (
  all: readonly OfferedTool[],
  offered: readonly OfferedTool[],
  listed: readonly OfferedTool[],
): ToolLine[] =>
  all.map((tool) => {
    const isOffered = offered.includes(tool);
    const isListed = listed.includes(tool);
    return {
      name: tool.name,
      operation: null,
      area: null,
      title: tool.title,
      method: null,
      path: null,
      scopes: [[]],
      effect: 'read',
      cost: 'none',
      asks: 'no',
      state: isListed ? 'listed' : 'hidden',
      reason: isListed
        ? "it is one of this server's own"
        : isOffered
          ? 'it has to be named in this mode'
          : `${tool.name} is left out of this server, or nothing that it reads may be read`,
      ...(!isListed && {
        remedy: `Name it with --tools, take it out of --exclude-tools, or give the token a scope that reads.`,
      }),
      available: isOffered,
    };
  });
