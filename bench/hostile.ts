// Measures what a neighbour feels while others are greedy or hostile, on a heap of 256 MiB.
import { answers } from './hostile/attacks/answers.ts';
import type { Attack, Outcome } from './hostile/attacks/attack.ts';
import { loop } from './hostile/attacks/loop.ts';
import { memory } from './hostile/attacks/memory.ts';
import { places } from './hostile/attacks/places.ts';
import { type Felt, heap, startWorld } from './hostile/world.ts';
import type { Row } from './row.ts';

/** Every attack, in the order of the table. */
const attacks: readonly Attack[] = [...loop, ...memory, ...places, ...answers];

/** Milliseconds that a neighbour's call or a health check may take longer than usual. */
const bounds: Readonly<Record<Attack['kind'], number>> = {
  // One request within the size limit holds the event loop 50 ms at most.
  loop: 50,
  memory: 500,
  places: 250,
  answers: 50,
};

const rounded = (value: number): string => `${Math.round(value)} ms`;

/**
 * How much longer the longest became than it was while nobody did anything; what the neighbour itself came late for
 * want of a core is not the server's doing.
 */
const added = (quiet: Felt, felt: Felt, of: 'call' | 'health'): number =>
  Math.max(0, felt[of].longest - quiet[of].longest - felt.lag);

const rowOf = (attack: Attack, outcome: Outcome, quiet: Felt, felt: Felt): Row => {
  const [call, health] = [added(quiet, felt, 'call'), added(quiet, felt, 'health')];
  const bound = bounds[attack.kind];
  const measured = felt.alive
    ? `call +${rounded(call)}, /healthz +${rounded(health)} (quiet: ${rounded(quiet.call.longest)}, itself late: ${rounded(felt.lag)}), loop held ${rounded(felt.held)}, ${felt.failed} failed, ${Math.round(felt.rss)} MB`
    : 'the server ended';
  const wrong = outcome.wrong === undefined ? '' : `; WRONG: ${outcome.wrong}`;
  return {
    what: attack.name,
    bar: `lives; a neighbour waits ≤ ${bound} ms longer`,
    measured: `${measured}; ${outcome.told}${wrong}`,
    ok:
      felt.alive &&
      felt.failed === 0 &&
      outcome.wrong === undefined &&
      Math.max(call, health, felt.held) <= bound,
  };
};

const measure = async (attack: Attack): Promise<Row> => {
  const world = await startWorld();
  const quietly = async (): Promise<Felt> => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return world.felt();
  };
  try {
    // The first of them warms everything up, and does not count.
    await quietly();
    const quiet = await quietly();
    const outcome = await attack.run(world.port);
    return rowOf(attack, outcome, quiet, await world.felt());
  } finally {
    await world.close();
  }
};

/** Measures the built program; `dist` must be there. BENCH_ATTACK chooses attacks by a part of their names. */
export const measureHostile = async (
  chosen: string = process.env['BENCH_ATTACK'] ?? '',
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const attack of attacks.filter(({ name }) => name.includes(chosen))) {
    console.error(`  ${heap} MiB: ${attack.name} …`);
    rows.push(await measure(attack));
  }
  return rows;
};
