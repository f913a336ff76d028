// Measures what a neighbour feels while others are greedy or hostile, on a heap of 256 MiB.
import { answers } from './hostile/attacks/answers.ts';
import type { Attack, Outcome } from './hostile/attacks/attack.ts';
import { loop } from './hostile/attacks/loop.ts';
import { memory } from './hostile/attacks/memory.ts';
import { places } from './hostile/attacks/places.ts';
import { type Felt, heap, type Spread, startWorld } from './hostile/world.ts';
import type { Row } from './row.ts';

/** Every attack, in the order of the table. */
const attacks: readonly Attack[] = [...loop, ...memory, ...places, ...answers];

/** What one call may hold up, and what everything that a crowd does may add, in milliseconds: goals (docs/deploy.md tells which are met). */
const one = { others: 100, loop: 50 };
const crowd = { others: 250, loop: 50 };
const bounds: Readonly<Record<Attack['kind'], typeof one>> = {
  loop: one,
  answers: one,
  memory: crowd,
  places: crowd,
};

const rounded = (value: number): string => `${Math.round(value)}`;

/** How much longer than usually the slowest took, and 95 of a hundred. Nothing is taken off for a busy machine. */
const added = (quiet: Spread, felt: Spread) => ({
  most: Math.max(0, felt.most - quiet.usual),
  longest: Math.max(0, felt.longest - quiet.usual),
});

const rowOf = (attack: Attack, outcome: Outcome, quiet: Felt, felt: Felt): Row => {
  const [call, health] = [added(quiet.call, felt.call), added(quiet.health, felt.health)];
  const bound = bounds[attack.kind];
  const measured = felt.alive
    ? `call +${rounded(call.most)}/+${rounded(call.longest)} ms, /healthz +${rounded(health.most)}/+${rounded(health.longest)} ms (p95/max; neighbour itself late: ${rounded(felt.lag)}), loop held ${rounded(felt.held)} ms (processor: ${rounded(felt.worked)}), ${felt.failed} failed, ${Math.round(felt.rss)} MB`
    : 'the server ended';
  const wrong = outcome.wrong === undefined ? '' : `; WRONG: ${outcome.wrong}`;
  return {
    what: attack.name,
    bar: `lives; others wait ≤ ${bound.others} ms longer, loop held ≤ ${bound.loop} ms`,
    measured: `${measured}; ${outcome.told}${wrong}`,
    ok:
      felt.alive &&
      felt.failed === 0 &&
      outcome.wrong === undefined &&
      Math.max(call.longest, health.longest) <= bound.others &&
      felt.held <= bound.loop,
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
