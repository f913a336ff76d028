// What is wished for, as the address has it.
import type { PlanWish } from '../../../src/console/plan/plan-view.ts';

/** The wish of an address, before the server has looked at it. */
export interface Wish {
  readonly look: readonly string[];
  readonly change: readonly string[];
  readonly tools: readonly string[];
  readonly job: string;
  readonly client: string;
}

const listIn = (text: string | null): readonly string[] =>
  (text ?? '').split(',').filter((one) => one !== '');

/** Whose configuration is shown when nobody said. */
const usualClient: PlanWish['client'] = 'claude-code';

/** The longest job, in characters. */
export const longestJob = 400;

/** The wish that an address names. */
export const wishIn = (query: URLSearchParams): Wish => ({
  look: listIn(query.get('look')),
  change: listIn(query.get('change')),
  tools: listIn(query.get('tools')),
  job: (query.get('job') ?? '').slice(0, longestJob),
  client: query.get('client') ?? usualClient,
});

/** The wish for an address. */
export const queryOf = (wish: Wish): Readonly<Record<string, string>> => ({
  look: wish.look.join(','),
  change: wish.change.join(','),
  tools: wish.tools.join(','),
  job: wish.job,
  client: wish.client === usualClient ? '' : wish.client,
});

/** Whether nothing is wished for. */
export const isNothing = ({ look, change, tools, job }: Wish): boolean =>
  look.length + change.length + tools.length === 0 && job.trim() === '';

const without = (list: readonly string[], name: string): readonly string[] =>
  list.filter((one) => one !== name);

/** The wish with an area looked at or changed, or no longer; whoever changes looks, too. */
export const withArea = (wish: Wish, area: string, how: 'look' | 'change'): Wish => {
  const isOn = wish[how].includes(area);
  const cleared = {
    ...wish,
    look: without(wish.look, area),
    change: without(wish.change, area),
  };
  if (!isOn) return { ...cleared, [how]: [...cleared[how], area] };
  return how === 'change' ? { ...cleared, look: [...cleared.look, area] } : cleared;
};

/** The wish with a tool, or without it. */
export const withTool = (wish: Wish, name: string, isIn: boolean): Wish => ({
  ...wish,
  tools: isIn ? [...without(wish.tools, name), name] : without(wish.tools, name),
});
