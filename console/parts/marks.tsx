// Small marks that stand in many places: a method, an effect, a scope, how something stands.
import type { Cost, Effect, Method } from '../../scope-map/endpoint.ts';
import type { Standing } from '../../src/console/map/row.ts';
import { words } from '../words.ts';

/** An HTTP method. */
export const MethodMark = ({ method }: { method: Method }) => (
  <span class={`method method-${method.toLowerCase()}`}>{method}</span>
);

/** What a call does to the account. */
export const EffectMark = ({ effect }: { effect: Effect }) => (
  <span class={`mark effect-${effect}`}>{words.map.effects[effect]}</span>
);

/** What a call does to the bill; nothing is said of nothing. */
export const CostMark = ({ cost }: { cost: Cost }) =>
  cost === 'none' ? null : <span class="mark cost">{words.map.costs[cost]}</span>;

/** A scope. */
export const Scope = ({ scope }: { scope: string }) => <code class="scope">{scope}</code>;

/** How an endpoint stands. */
export const StandingMark = ({ standing }: { standing: Standing }) => (
  <span class={`standing standing-${standing.state}`}>{words.map.standings[standing.state]}</span>
);
