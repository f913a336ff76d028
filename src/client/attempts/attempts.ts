// Repeats an attempt for as long as the decision says so.
import pRetry from 'p-retry';
import type { Method, Passing } from '../../../scope-map/endpoint.ts';
import type { Clock, Random } from '../../ports.ts';
import type { ClientLimits } from '../limits.ts';
import type { Ending } from './classify.ts';
import { type Decision, decide, isTrouble } from './decide.ts';

/** What is attempted. */
export interface Subject {
  readonly method: Method;
  readonly repeatable: boolean;
  readonly passing: readonly Passing[];
}

/** How the last attempt ended and what was decided about it. */
export interface Settled {
  readonly outcome: Ending;
  readonly decision: Exclude<Decision, { do: 'wait' }>;
  readonly attempts: number;
}

/** What the loop keeps about its attempts, readable also when it is broken off. */
export interface Course {
  /** Some attempt may have been carried out without a good answer. */
  lost: boolean;
}

interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: ClientLimits;
  /** Sleeps so many milliseconds; rejects when the call is broken off. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly course: Course;
  /** Told about every wait before it begins. */
  readonly waits: (wait: {
    readonly why: string;
    readonly ms: number;
    readonly attempt: number;
  }) => void;
}

/** Thrown inside the loop only: wait, then try again. */
class Again extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super('try again');
    this.ms = ms;
  }
}

const mayHaveBeenCarriedOut = (outcome: Ending): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'answered' && isTrouble(outcome.reply.status));

/**
 * Attempts until there is an answer or a reason to stop.
 * @throws the signal's reason when it is aborted between attempts, and whatever `attempt` throws.
 */
export const settle = async (
  subject: Subject,
  attempt: () => Promise<Ending>,
  around: Surroundings,
): Promise<Settled> => {
  const { clock, random, limits, sleep, course } = around;
  const begun = clock.now();
  return pRetry(
    async (number): Promise<Settled> => {
      const outcome = await attempt();
      const now = clock.now();
      const decision = decide(
        {
          ...subject,
          outcome,
          attempt: number,
          spentMs: now - begun,
          lostBefore: course.lost,
          now,
        },
        limits,
        random,
      );
      if (mayHaveBeenCarriedOut(outcome)) course.lost = true;
      if (decision.do !== 'wait') return { outcome, decision, attempts: number };
      around.waits({ why: decision.why, ms: decision.ms, attempt: number });
      throw new Again(decision.ms);
    },
    {
      // p-retry counts and loops; the bounds and the waits are the decision's. Its own signal is not used,
      // because it would discard an answer that arrives in the instant of the abort.
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 0,
      factor: 1,
      onFailedAttempt: async ({ error }) => {
        if (!(error instanceof Again)) throw error;
        await sleep(error.ms);
      },
    },
  );
};
