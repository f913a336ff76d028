// What one agent has done with one tool, as far as it matters for what the agent needs.
import type { Condition, Effect } from '../../../scope-map/endpoint.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import { targetsOf } from '../../guard/targets.ts';
import { conditionsOf, isCut } from '../read/hidden.ts';
import type { RecordedCall } from '../read/recorded-call.ts';

/** Different things that are kept by name for one argument; more are only said to be more. */
export const mostNamed = 200;

/** The things that calls named with one argument. */
export interface Named {
  readonly values: Set<string>;
  /** Whether there were more than are kept. */
  more: boolean;
}

/** Calls of one tool that were let through. */
export interface Use {
  readonly tool: Tool;
  calls: number;
  /** The worst that they did. */
  effect: Effect;
  /** Conditions that some of them met. */
  readonly met: Set<Condition>;
  /** Conditions of which the record does not tell whether one met them. */
  readonly unclear: Set<Condition>;
  /** Calls that wanted to wait for the end of what they started. */
  waited: number;
  /** Calls whose answer held a credential that the model saw. */
  showed: number;
  /** Calls whose answer held a credential that went to a file. */
  kept: number;
  /** Calls that DigitalOcean answered with 403. */
  forbidden: number;
  /** By argument. */
  readonly named: Map<string, Named>;
}

/** Nothing yet. */
export const noUse = (tool: Tool): Use => ({
  tool,
  calls: 0,
  effect: 'read',
  met: new Set(),
  unclear: new Set(),
  waited: 0,
  showed: 0,
  kept: 0,
  forbidden: 0,
  named: new Map(),
});

const worse: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };

const worst = (effects: readonly (Effect | undefined)[]): Effect =>
  effects.reduce<Effect>(
    (most, one) => (one !== undefined && worse[one] > worse[most] ? one : most),
    'read',
  );

const isEffect = (text: string | null): text is Effect =>
  text !== null && Object.hasOwn(worse, text);

/** The worse of what was decided then that a call does, and of what it does as we know it now. */
export const effectOf = (tool: Tool, { given, decision }: RecordedCall): Effect => {
  const { met, unclear } = conditionsOf(tool, given);
  const then = decision?.effect ?? null;
  // What was decided then stood on the arguments as they were; without it, what is not on record may be the worse.
  const conditions = isEffect(then) ? met : [...met, ...unclear];
  return worst([
    tool.endpoint.effect,
    ...conditions.map(({ effect }) => effect),
    ...(isEffect(then) ? [then] : []),
  ]);
};

const nameIn = (use: Use, argument: string, value: string): void => {
  const named = use.named.get(argument) ?? { values: new Set<string>(), more: false };
  use.named.set(argument, named);
  if (named.values.size < mostNamed) named.values.add(value);
  else named.more ||= !named.values.has(value);
};

/** Adds a call that was let through. */
export const addTo = (use: Use, call: RecordedCall): void => {
  const { tool } = use;
  const { given, decision } = call;
  use.calls += 1;
  use.effect = worst([use.effect, effectOf(tool, call)]);
  const { met, unclear } = conditionsOf(tool, given);
  for (const condition of met) use.met.add(condition);
  for (const condition of unclear) use.unclear.add(condition);
  const { wait_seconds: wait } = given;
  if (typeof wait === 'number' && wait > 0) use.waited += 1;
  if (decision?.shows) use.showed += 1;
  if (decision?.keeps) use.kept += 1;
  for (const { argument, value } of targetsOf(tool, given))
    if (!isCut(value)) nameIn(use, argument, String(value));
};
