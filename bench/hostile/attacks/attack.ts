// What an attack is, and how its answers are counted.
import { type Answer, manyConnections, post, toolCall } from '../calls.ts';
import { type Manner, tokenOf } from '../tokens.ts';

/** What came back, and what of it was wrong. */
export interface Outcome {
  readonly told: string;
  readonly wrong?: string;
}

/** One kind of attack. */
export interface Attack {
  readonly name: string;
  /** What it is about: the event loop, the memory, or the places. */
  readonly kind: 'loop' | 'memory' | 'places' | 'answers';
  /** Runs against the server on a port. */
  readonly run: (port: number) => Promise<Outcome>;
}

/** So many values. */
export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Statuses and errors, counted. */
export const summary = (answers: readonly Answer[]): string => {
  const counts = new Map<string, number>();
  for (const { status, text } of answers) {
    const kind =
      status === 0 ? 'no answer' : `${status}${text.includes('"isError":true') ? ' error' : ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
};

/** Calls that were dropped are wrong. */
export const unanswered = (answers: readonly Answer[]): { readonly wrong?: string } => {
  const lost = answers.filter(({ status }) => status === 0).length;
  return lost > 0 ? { wrong: `${lost} without an answer` } : {};
};

/** The same call several times at once, by one tenant. */
export const atOnce =
  (manner: Manner, count: number, body: () => string) =>
  async (port: number): Promise<Outcome> => {
    const agent = manyConnections();
    const text = body();
    const answers = await Promise.all(times(count, () => post(port, agent, tokenOf(manner), text)));
    agent.destroy();
    return { told: summary(answers), ...unanswered(answers) };
  };

/** The text of a call that lists Droplets. */
export const list = (given: object): string => toolCall('droplets_list', given);
