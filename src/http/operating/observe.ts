// Turns what the program tells about its calls into metrics.
import type { Accounts } from '../../account/accounts.ts';
import type { ProgramEvents } from '../../program.ts';
import type { Metrics } from './metrics.ts';

/** Codes of calls that were refused before anything was sent. */
const refusals = new Set([
  'invalid_arguments',
  'missing_scope',
  'invalid_token',
  'not_allowed',
  'approval_pending',
  'changes_stopped',
  'consent_required',
  'denied',
  'question_not_kept',
  'too_many_questions',
  'secrets_folder',
  'too_many_calls',
  'over_budget',
  'price_unknown',
  'too_many_creates',
  'budget_unreachable',
]);

/** Listeners for the program that is about to be made, and a way to add the numbers that are read on demand. */
export interface Observer {
  readonly events: ProgramEvents;
  watch(accounts: Accounts, sharesQuota: boolean): void;
}

/** An observer that feeds these metrics. */
export const observeWith = (metrics: Metrics): Observer => {
  let isDegraded = false;
  return {
    events: {
      call: ({ tool, outcome, milliseconds }) => {
        const kind = outcome === 'ok' ? 'ok' : refusals.has(outcome) ? 'refused' : 'error';
        metrics.call(tool, kind, milliseconds / 1_000);
      },
      client: (event) => {
        if (event.kind === 'wait') metrics.retry(event.why);
      },
      degraded: (now) => {
        isDegraded = now;
      },
    },
    watch: (accounts, sharesQuota) => {
      if (sharesQuota) metrics.watch('redis_degraded', () => Number(isDegraded));
      metrics.watch('quota_left', () => {
        let least: number | null = null;
        for (const { left } of accounts.quotas())
          if (left !== null && (least === null || left < least)) least = left;
        return least;
      });
      metrics.watch('quota_waiting', () => {
        let waiting = 0;
        for (const quota of accounts.quotas()) waiting += quota.waiting;
        return waiting;
      });
    },
  };
};
