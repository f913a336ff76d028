// Reads from a polled reply whether work is done, has failed, or goes on: a pure function of the life cycle.
import type { Demand, LifeCycle } from '../../../scope-map/endpoint.ts';
import { valueAt } from '../../../tools/places.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import { unmet } from './demands.ts';

/** Where some work stands. */
export interface WorkState {
  readonly verdict: 'done' | 'failed' | 'going';
  /** The state in DigitalOcean's word, or null where the reply has none. */
  readonly state: string | null;
  readonly message?: string;
  /** What a reply in a done state does not show yet, so that the work is not taken for done. */
  readonly lacks?: Demand;
}

const word = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'object') return 'present';
  return String(value);
};

// Some services write their states in capitals, others document one form and answer the other.
const isOneOf = (state: string, states: readonly string[]): boolean =>
  states.some((one) => one === '*' || one.toLowerCase() === state.toLowerCase());

const everyElement = (
  all: NonNullable<LifeCycle['all']>,
  life: LifeCycle,
  body: unknown,
): { readonly verdict: WorkState['verdict']; readonly state: string | null } => {
  const list = listAt(body, all.list);
  if (list === undefined) return { verdict: 'going', state: null };
  const states = list.map((element) => word(valueAt(element, all.state)));
  const failed = states.find((state) => state !== null && isOneOf(state, life.failed));
  if (failed !== undefined) return { verdict: 'failed', state: failed };
  const open = states.find((state) => state === null || !isOneOf(state, life.done));
  if (open !== undefined) return { verdict: 'going', state: open };
  const count = all.count === undefined ? undefined : valueAt(body, all.count);
  if (typeof count === 'number' && list.length !== count)
    return { verdict: 'going', state: `${list.length} of ${count} there` };
  return { verdict: 'done', state: states[0] ?? null };
};

const listAt = (body: unknown, path: string): readonly unknown[] | undefined => {
  const value = valueAt(body, path);
  return Array.isArray(value) ? value : undefined;
};

/** The state of the work that a polled reply tells, envelope included. */
export const readWorkState = (life: LifeCycle, body: unknown, given: Arguments = {}): WorkState => {
  const seen = readState(life, body);
  const lacks = seen.verdict === 'done' ? unmet(life.until, given, body) : undefined;
  return lacks ? { ...seen, verdict: 'going', lacks } : seen;
};

const readState = (life: LifeCycle, body: unknown): WorkState => {
  const said = life.message === undefined ? undefined : valueAt(body, life.message);
  const message = typeof said === 'string' && said.trim() !== '' ? { message: said.trim() } : {};
  const failures = life.failures === undefined ? 0 : valueAt(body, life.failures);
  const own = life.state === undefined ? null : word(valueAt(body, life.state));
  if (typeof failures === 'number' && failures > 0)
    return {
      verdict: 'failed',
      state: own,
      message: message.message ?? `${failures} parts of it failed`,
    };
  if (own !== null && isOneOf(own, life.failed))
    return { verdict: 'failed', state: own, ...message };

  const isOwnDone =
    life.state === undefined ? life.all !== undefined : own !== null && isOneOf(own, life.done);
  const isPending = life.pending !== undefined && word(valueAt(body, life.pending)) !== null;
  if (!isOwnDone || isPending) return { verdict: 'going', state: own, ...message };
  if (life.all === undefined) return { verdict: 'done', state: own, ...message };
  const elements = everyElement(life.all, life, body);
  return { ...elements, state: elements.state ?? own, ...message };
};
