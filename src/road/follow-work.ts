// Follows the work that a call has started, where the caller wants to wait and may read how it goes.
import type { ApiReply } from '../client/client.ts';
import { ApiFailure } from '../client/failures.ts';
import { followUpPermits } from './follow-ups.ts';
import type { Followed, Intended } from './stages.ts';

/**
 * What became of the work.
 * @throws {ApiFailure} `work_failed` when it was watched and failed.
 */
export const followWork = async (intended: Intended, first: ApiReply): Promise<Followed> => {
  const { tool, given, caller, guard, permit, context, road } = intended;
  const { watch } = tool.endpoint;
  const reader = watch && (await road.box.forOperation(watch.poll.operation));
  if (!watch || !reader) return { how: 'not' };
  // Polling is a read like any other: without permission for it there is nothing to wait for or to point to.
  const standing = guard.standing(reader);
  if (standing.answer === 'refused')
    return { how: 'barred', reader: reader.name, reason: standing.reason };
  const seconds = typeof given['wait_seconds'] === 'number' ? given['wait_seconds'] : 0;
  if (seconds === 0) return { how: 'not' };
  const watched = await caller.account.api.watch(permit, first, seconds, {
    ...context,
    permits: followUpPermits(road.box, caller),
  });
  if (watched.ended === 'failed')
    throw new ApiFailure({
      code: 'work_failed',
      trouble: { kind: 'work', what: watch.what, state: watched.state },
      ...(watched.reason !== undefined && { reason: watched.reason }),
    });
  return { how: 'watched', watched, seconds };
};
