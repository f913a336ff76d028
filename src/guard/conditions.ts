// What the arguments of a call change about it: which conditions cannot be avoided, and what the call then does.
import type { Condition, Effect } from '../../scope-map/endpoint.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';

/**
 * Whether a condition can only be met, never avoided: it asks for the presence of an argument that the
 * call requires anyway. Such a condition never blocks; it is named when DigitalOcean answers 403.
 */
export const isUnavoidable = (tool: Tool, condition: Condition): boolean =>
  condition.when.is === undefined &&
  (tool.inputSchema.required ?? []).includes(condition.when.argument);

const worse: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };

/** What the call does to the account, its arguments considered. */
export const effectOf = (tool: Tool, given: Arguments): Effect =>
  (tool.endpoint.conditions ?? [])
    .filter((condition) => isTrueOf(condition.when, given))
    .reduce<Effect>(
      (effect, condition) =>
        condition.effect && worse[condition.effect] > worse[effect] ? condition.effect : effect,
      tool.endpoint.effect,
    );
