// Follows long work to its end: polls at growing intervals and tells people how far it is.
import type { Send } from '../attempts/road.ts';
import type { ApiCall, ApiReply, CallContext, Unread, WatchReply } from '../client.ts';
import { ApiFailure } from '../failures.ts';
import type { ClientParts } from '../parts.ts';
import { startDeadline } from '../wire/deadlines.ts';
import { pollsOf } from './polls.ts';
import { readAgain } from './read-again.ts';
import { readWorkState, type WorkState } from './work-state.ts';

/** One piece of work that is watched. */
interface Piece {
  readonly call: ApiCall;
  body: unknown;
  /** What the finished thing looks like, where it was read again. */
  finished: unknown;
  seen: WorkState;
  /** A state that was not the end has been seen, so an end that follows is a new one. */
  hasMoved: boolean;
}

// A poll that is under way when the time is over may still end.
const graceMs = 2000;
// Official clients give up after three to five failed polls in a row.
const mostFailedPolls = 3;
const growth = 1.5;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

const rhythm = (usually: number): { readonly firstMs: number; readonly mostMs: number } => ({
  firstMs: clamp(usually / 8, 0.5, 5) * 1000,
  mostMs: clamp(usually / 4, 2, 15) * 1000,
});

/**
 * Watches what `first` started or read, for at most `seconds`. Polls travel the same road as every call.
 * Never throws: the call itself has succeeded, whatever happens to its polls.
 */
export const watchWork = async (
  call: ApiCall,
  first: ApiReply,
  seconds: number,
  context: CallContext,
  send: Send,
  parts: ClientParts,
): Promise<WatchReply> => {
  const { clock } = parts;
  const life = call.endpoint.watch;
  const unseen: WorkState = { verdict: 'going', state: null };
  const early = (ended: WatchReply['ended'], unread?: Unread): WatchReply => {
    const state = life === undefined ? null : readWorkState(life, first.body, call.arguments).state;
    return {
      pieces: [{ state, polled: first.body, finished: undefined }],
      state,
      ended,
      ...(unread !== undefined && { unread }),
    };
  };
  if (life === undefined) return early('done');
  const polls = await pollsOf(life.poll, call, first.body, context);
  if (polls.length === 0) return early('budget', { why: 'unnamed' });
  const calls = polls.filter((one) => one !== undefined);
  if (calls.length < polls.length) return early('budget', { why: 'not_allowed' });

  const begun = clock.now();
  const elapsed = (): number => (clock.now() - begun) / 1000;
  const isSettled = (piece: Piece): boolean => piece.hasMoved || elapsed() >= (life.settles ?? 0);
  const isOpen = (piece: Piece): boolean =>
    piece.seen.verdict === 'going' || (piece.seen.verdict === 'done' && !isSettled(piece));

  // The first reply often tells the state already; for several pieces only polls can tell them apart.
  const told = calls.length === 1 ? readWorkState(life, first.body, call.arguments) : unseen;
  const pieces = calls.map(
    (one): Piece => ({
      call: one,
      body: first.body,
      finished: undefined,
      seen: told,
      hasMoved: told.verdict === 'going' && told.state !== null,
    }),
  );

  const deadline = startDeadline(clock, context.signal, seconds * 1000 + graceMs);
  const within: CallContext = { ...context, signal: deadline.signal };
  let failedPolls = 0;
  let trouble: ApiFailure | null = null;

  const finish = async (ended: WatchReply['ended'], unread?: Unread): Promise<WatchReply> => {
    if (ended === 'done' && life.afterwards) {
      const again = await readAgain(
        life.afterwards,
        call,
        first.body,
        context,
        within,
        send,
        parts,
      );
      for (const [at, { finished, lacks }] of again.entries()) {
        const piece = pieces[at];
        if (!piece) continue;
        piece.finished = finished;
        if (lacks) piece.seen = { ...piece.seen, lacks };
      }
    }
    const lead =
      pieces.find(({ seen }) => seen.verdict === ended) ?? pieces.find(isOpen) ?? pieces[0];
    const reason = ended === 'failed' ? lead?.seen.message : undefined;
    const lacks = pieces.find(({ seen }) => seen.lacks)?.seen.lacks;
    const [one, ...more] = pieces.map(({ seen, body, finished }) => ({
      state: seen.state,
      polled: body,
      finished,
    }));
    return {
      pieces: [one ?? { state: null, polled: first.body, finished: undefined }, ...more],
      state: lead?.seen.state ?? null,
      ended,
      ...(reason !== undefined && { reason: parts.veil(reason) }),
      ...(lacks !== undefined && { lacks }),
      ...(unread !== undefined && { unread }),
    };
  };

  const poll = async (piece: Piece): Promise<void> => {
    try {
      const reply = await send(piece.call, within);
      piece.body = reply.body;
      piece.seen = readWorkState(life, reply.body, call.arguments);
      failedPolls = 0;
      trouble = null;
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.status !== 404) {
        failedPolls += 1;
        trouble = error;
        return;
      }
      if (life.missing === 'wait') return;
      piece.seen =
        life.missing === 'done'
          ? { verdict: 'done', state: 'gone' }
          : { verdict: 'failed', state: 'gone', message: `the ${life.what} is no longer there` };
      // Nothing is older than what is gone.
      piece.hasMoved = true;
    }
    if (piece.seen.verdict === 'going' && piece.seen.state !== null) piece.hasMoved = true;
  };

  const tell = (): void => {
    const lead = pieces.find(isOpen);
    if (lead)
      context.progress?.({
        what: life.what,
        state: lead.seen.state,
        waited: elapsed(),
        patience: seconds,
        usually: life.usually,
      });
  };

  const { firstMs, mostMs } = rhythm(life.usually);
  let pauseMs = firstMs;
  try {
    for (;;) {
      if (pieces.some(({ seen }) => seen.verdict === 'failed')) return await finish('failed');
      if (!pieces.some(isOpen)) return await finish('done');
      if (failedPolls >= mostFailedPolls)
        return await finish('budget', { why: 'failure', failure: trouble });
      const leftMs = seconds * 1000 - (clock.now() - begun);
      if (leftMs <= 0) return await finish('budget');
      tell();
      await parts.sleep(Math.min(pauseMs, leftMs), within);
      pauseMs = Math.min(pauseMs * growth, mostMs);
      for (const piece of pieces.filter(isOpen)) await poll(piece);
    }
  } catch (error) {
    if (context.signal.aborted) return finish('cancelled');
    if (deadline.passed) return finish('budget');
    // Only a fault of our own gets here; the started work must not be lost for it.
    parts.log?.warn({ operation: call.endpoint.id, error }, 'watching failed');
    return finish('budget', { why: 'failure', failure: null });
  } finally {
    deadline.end();
  }
};
