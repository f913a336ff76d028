// Reads what finished work has made, until it shows what it must, or for as long as that makes sense.
import type { Afterwards, Demand } from '../../../scope-map/endpoint.ts';
import type { Send } from '../attempts/road.ts';
import type { ApiCall, CallContext } from '../client.ts';
import { ApiFailure } from '../failures.ts';
import type { ClientParts } from '../parts.ts';
import { unmet } from './demands.ts';
import { pollsOf } from './polls.ts';

/** What one thing looks like after the work. */
export interface Again {
  /** The reply that shows it; undefined when it was not read, or is not to be shown. */
  readonly finished: unknown;
  /** What it does not show yet. */
  readonly lacks: Demand | undefined;
}

/** Seconds between two looks at a thing that does not show yet what it must. */
const pauseSeconds = 2;
const usualWithin = 20;

const nothing: Again = { finished: undefined, lacks: undefined };

/**
 * Reads each thing once, and those that lack something again until they do not, for the life cycle's own time.
 * Never throws for a read that fails: the work is done, the finished thing is a courtesy.
 * @throws the signal's reason when the wait is broken off.
 */
export const readAgain = async (
  follow: Afterwards,
  call: ApiCall,
  body: unknown,
  context: CallContext,
  around: CallContext,
  send: Send,
  parts: ClientParts,
): Promise<readonly Again[]> => {
  const { clock, sleep } = parts;
  const begun = clock.now();
  const withinMs = (follow.within ?? usualWithin) * 1000;
  const reads = await pollsOf(follow, call, body, context);

  const look = async (read: ApiCall | undefined): Promise<Again> => {
    if (!read) return nothing;
    try {
      const reply = await send(read, around);
      return {
        finished: follow.shown === false ? undefined : reply.body,
        lacks: unmet(follow.until, call.arguments, reply.body),
      };
    } catch (error) {
      if (error instanceof ApiFailure) return nothing;
      throw error;
    }
  };

  const again: Again[] = [];
  for (const read of reads) again.push(await look(read));
  while (again.some(({ lacks }) => lacks) && clock.now() - begun < withinMs) {
    try {
      await sleep(pauseSeconds * 1000, around);
    } catch {
      break;
    }
    for (const [at, read] of reads.entries())
      if (again[at]?.lacks && !around.signal.aborted) {
        const next = await look(read);
        // A look that failed takes nothing away from what was seen.
        if (next.finished !== undefined || next.lacks || follow.shown === false) again[at] = next;
      }
  }
  return again;
};
