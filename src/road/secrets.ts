// Whether the answer to a call may hold credentials: only where they are let through, and only where it was decided so.
import type { Judged } from './stages.ts';

/**
 * Where a person is asked, nothing is revealed that the question did not cover: a call of which it was decided that
 * it discloses nothing is redacted like all others.
 */
export const revealsSecrets = ({ guard, decision, road }: Judged): boolean =>
  guard.revealsSecrets && (road.confirm === 'never' || decision.discloses !== 'nothing');
