// What --policy says of whoever calls, where it names no agents: their rights as the file stands now.
import { readerFor } from '../../files/reader-for.ts';
import type { Restriction } from '../../guard/selection.ts';
import { spendingOf } from '../../guard/spending.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { createPaces } from '../pace.ts';
import type { ToolNames } from '../tool-names.ts';
import { followOwnFile } from './own-file.ts';
import type { Rights } from './rights.ts';
import { nextChange, type PaceOf, restrictionAt } from './rights-now.ts';

/** The policy of everybody who calls. */
export interface OwnPolicy {
  /** What a caller of this id may have at the moment; the same object while that is the same. */
  restrictionOf(id: string): Restriction;
  /** What is wrong with the file, in words that anyone may read; null when nothing is. */
  concern(): string | null;
}

/** Callers whose rights are kept ready; with more, those who called least recently are worked out again. */
const mostKept = 4_096;

interface Kept {
  readonly from: Rights;
  readonly until: number;
  readonly restriction: Restriction;
}

/**
 * Follows the file of such a policy.
 * @throws {UsageError} when it cannot be used.
 */
export const followOwnPolicy = async (
  { path, toolNames }: { readonly path: string; readonly toolNames: ToolNames },
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  paceOf: PaceOf = createPaces({ clock }),
): Promise<OwnPolicy> => {
  const file = followOwnFile({ path, toolNames, read: await readerFor(path) }, clock, log);
  const kept = new Map<string, Kept>();
  return {
    concern: file.concern,
    restrictionOf: (id) => {
      const rights = file.now();
      const now = clock.now();
      const known = kept.get(id);
      kept.delete(id);
      const current =
        known?.from === rights && now < known.until
          ? known
          : {
              from: rights,
              until: nextChange([rights], now),
              restriction: restrictionAt(
                rights,
                now,
                (most) => paceOf(id, most),
                // What a file without agents sets is for whoever calls, together.
                spendingOf(id, undefined, rights.limits),
              ),
            };
      kept.set(id, current);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return current.restriction;
    },
  };
};
