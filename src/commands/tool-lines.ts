// What `do-mcp tools` knows of each tool: what it is, what it does, where it is to be found and why.
import type { Condition, Cost, Effect, Method, Requirement } from '../../scope-map/endpoint.ts';
import { outlineOf } from '../../tools/tool/outline.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Guard } from '../guard/guard.ts';
import { finderFor, throughOf } from '../menu/finders/finder-tools.ts';
import type { Mode } from '../menu/listing.ts';
import { type Whereabouts, whereaboutsOf } from '../menu/whereabouts.ts';

/** What the command says about one tool; also the JSON that it prints. */
export interface ToolLine {
  readonly name: string;
  /** Operation id in DigitalOcean's document. */
  readonly operation: string;
  readonly area: string;
  readonly title: string;
  readonly method: Method;
  readonly path: string;
  /** Alternatives, each a list of scopes that are all needed. */
  readonly scopes: Requirement;
  readonly effect: Effect;
  readonly cost: Cost;
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

/** A line for each tool, in their order. */
export const toolLines = (tools: readonly Tool[], guard: Guard, mode: Mode): ToolLine[] => {
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
      ...(conditions && { conditions }),
      ...(deprecated !== undefined && { deprecated }),
      ...placeOf(tool, guard, whereabouts(outlineOf(tool))),
    };
  });
};
