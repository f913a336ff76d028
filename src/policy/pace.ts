// How many calls an agent may make in a minute, so that one that goes round in a circle stops by itself.
import type { Pace } from '../guard/policy.ts';
import type { Clock } from '../ports.ts';

const minute = 60_000;

/** Counts by agent, so that a change of the file begins no new minute. */
export const createPaces = (clock: Clock): ((agent: string, most: number) => Pace) => {
  const madeBy = new Map<string, number[]>();
  return (agent, most) => {
    const made = madeBy.get(agent) ?? [];
    madeBy.set(agent, made);
    return {
      take: () => {
        const now = clock.now();
        while (made[0] !== undefined && made[0] <= now - minute) made.shift();
        const oldest = made[made.length - most];
        if (oldest !== undefined) return Math.ceil((oldest + minute - now) / 1_000);
        made.push(now);
        return undefined;
      },
    };
  };
};
