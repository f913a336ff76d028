// Keeps how things were before they are changed: reads them on the road of the call, and works out what puts them back.
import type { State, StateLook, Undo } from '../../scope-map/endpoint/undo.ts';
import { undoOf } from '../../scope-map/undos.ts';
import { valueAt } from '../../tools/places.ts';
import { ApiFailure } from '../client/failures.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import { lookAhead } from '../road/foresee.ts';
import { asItCame } from '../road/look.ts';
import type {
  Agreed,
  Arrived,
  Built,
  Foretold,
  Former,
  Undoable,
  Undoing,
} from '../road/stages.ts';
import type { Book } from './book.ts';
import { fittedTo } from './fit.ts';
import { hashOf, type Kept, keptFor } from './kept.ts';
import { type Plan, planOf, seenOf, watchesOf, wayAhead } from './plan.ts';
import { type Read, readState } from './state.ts';
import { argumentsFrom, type Known } from './values.ts';

/** What it stands on. */
export interface KeeperOptions {
  /** @throws when nothing can be kept. */
  readonly book: () => Book;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'warn'>;
}

/** What is kept is vouched for by the record: without it nobody could tell whose it is. */
const notOnRecord = 'the change could not be put on record';

/** Nothing is kept, and why. */
const nothingKept = (because: string): Former => ({
  hash: null,
  keep: async () => {},
  after: async () => ({ because }),
});

const read = (call: Built, state: State, known: Known): Promise<Read> =>
  lookAhead(call, (lookout) => readState(state, known, lookout), asItCame);

/** The plan with arguments as their tools take them. */
const fitting = async ({ road }: Built, plan: Plan): Promise<Plan> => {
  if ('cannot' in plan) return plan;
  const calls = await Promise.all(
    plan.calls.map(async ({ operation, given }) => {
      const tool = await road.box.forOperation(operation);
      return { operation, given: tool ? fittedTo(tool, given) : given };
    }),
  );
  return { ...plan, calls };
};

/** The way that is known before anything is read, with what the area tells of it. */
const aheadOf = async ({
  tool,
  given,
}: Pick<Built, 'tool' | 'given'>): Promise<
  { readonly undo: Undo; readonly differs: string | null } | { readonly because: string }
> => {
  const { endpoint } = tool;
  const undo = await undoOf(endpoint.area, endpoint.id);
  if (!undo) return { because: 'nothing is known that would put it back' };
  if ('cannot' in undo) return { because: undo.cannot };
  const way = wayAhead(undo, given);
  if (!way) return { because: 'nothing puts a call of this kind back' };
  if ('cannot' in way) return { because: way.cannot };
  return { undo, differs: way.differs ?? null };
};

/** What a reply shows of a thing, where it is the very thing that would be read. */
const inReply = async (
  { tool, road }: Built,
  { operation, where }: StateLook,
  body: unknown,
): Promise<unknown> => {
  const reader = await road.box.forOperation(operation);
  const { reply: shown } = tool.endpoint;
  const reply = reader?.endpoint.reply;
  if (where || reply?.kind !== 'object' || shown.kind !== 'object') return undefined;
  return reply.key !== null && reply.key === shown.key ? valueAt(body, reply.key) : undefined;
};

/** Whether what a call started may still go on, so that a read shows neither before nor after. */
const mayGoOn = ({ tool, arrival }: Arrived): boolean =>
  tool.endpoint.watch !== undefined &&
  !(
    arrival.kind === 'reply' &&
    arrival.followed.how === 'watched' &&
    arrival.followed.watched.ended === 'done'
  );

/** The look that tells how the thing stands now, with what only the reply knows put in. */
const settled = (state: State, reply: unknown, known: Known): State => {
  if (!('operation' in state) || reply === undefined) return state;
  const given = Object.fromEntries(
    Object.entries(state.given).map(([name, from]) => {
      const value = 'reply' in from ? argumentsFrom({ it: from }, known)['it'] : undefined;
      return [
        name,
        typeof value === 'string' || typeof value === 'number' ? { value } : from,
      ] as const;
    }),
  );
  return { ...state, given };
};

/** DigitalOcean has said that it did not do it. */
const wasRefused = ({ arrival }: Arrived): boolean => {
  if (arrival.kind !== 'failed' || !(arrival.failure instanceof ApiFailure)) return false;
  const { status } = arrival.failure;
  return typeof status === 'number' && status >= 400 && status < 500;
};

const bodyOf = ({ arrival }: Arrived): unknown =>
  arrival.kind === 'reply' ? arrival.first.body : undefined;

/** Keeps former states in a book. */
export const createUndoing = ({ book, clock, log }: KeeperOptions): Undoing => {
  const reasonOf = (error: unknown): string => {
    log.warn({ error }, 'a former state could not be kept');
    return error instanceof Error ? error.message.replace(/\.$/, '') : 'it could not be kept';
  };

  const former = (call: Agreed, undo: Undo, before: unknown, planned: Plan): Former => {
    const { tool, given, request, caller } = call;
    const watches = watchesOf(undo);
    let kept: Kept | undefined;
    let trouble: string | undefined;
    const draft = (calls: Plan): Omit<Kept, 'id'> | undefined => {
      if ('cannot' in calls) return undefined;
      const at = clock.now();
      const { account } = caller;
      const looked = undo.made ?? undo.state;
      return {
        tool: tool.name,
        operation: tool.endpoint.id,
        request: `${request.method} ${request.path}`,
        at,
        until: at + keptFor,
        agent: caller.id,
        account: { id: account.id, hint: account.hint },
        stands: 'sent',
        ...calls,
        again: looked ? { state: looked, given, watches } : null,
        before: undo.made ? null : seenOf(before, watches),
      };
    };
    const first = draft(planned);
    const later = async (arrived: Arrived): Promise<Undoable> => {
      const reply = bodyOf(arrived);
      const known: Known = { given, state: before, reply };
      const calls = await fitting(call, planOf(undo, known));
      if ('cannot' in calls) return { because: calls.cannot };
      if (arrived.onRecord === undefined) return { because: notOnRecord };
      const basis = kept ?? { ...draft(calls), id: arrived.onRecord };
      const look = undo.made ?? undo.state;
      const state = look && settled(look, reply, known);
      const after = state && (await afterwards(arrived, state, known));
      const whole = {
        ...basis,
        ...calls,
        ...(state && { again: { state, given, watches } }),
        stands: 'made',
        ...(after !== undefined && { after }),
      } as Kept;
      await book().put(whole);
      return { id: whole.id, hash: hashOf(whole) };
    };
    const afterwards = async (arrived: Arrived, state: State, known: Known) => {
      if (mayGoOn(arrived)) return undefined;
      const shown = 'operation' in state ? await inReply(call, state, known.reply) : undefined;
      if (shown !== undefined) return seenOf(shown, watches);
      const now = await read(call, state, known);
      if (now.kind === 'unread') return undefined;
      return now.kind === 'gone' ? null : seenOf(now.state, watches);
    };
    return {
      hash: first ? hashOf(first) : null,
      keep: async (onRecord) => {
        if (!first) return;
        if (onRecord === undefined) {
          trouble = notOnRecord;
          return;
        }
        try {
          kept = { ...first, id: onRecord };
          await book().put(kept);
        } catch (error) {
          kept = undefined;
          trouble = reasonOf(error);
        }
      },
      after: async (arrived) => {
        if (trouble !== undefined) return { because: trouble };
        try {
          if (arrived.arrival.kind !== 'failed') return await later(arrived);
          if (!kept) return { because: 'the change was not made' };
          if (!wasRefused(arrived)) return { id: kept.id, hash: hashOf(kept) };
          await book().remove(kept.id);
          return { because: 'the change was not made' };
        } catch (error) {
          return { because: reasonOf(error) };
        }
      },
    };
  };

  return {
    foretell: async (call): Promise<Foretold> => {
      const ahead = await aheadOf(call);
      return 'because' in ahead ? ahead : { differs: ahead.differs };
    },
    before: async (call) => {
      const ahead = await aheadOf(call);
      if ('because' in ahead) return nothingKept(ahead.because);
      const { undo } = ahead;
      const known: Known = { given: call.given, state: undefined, reply: undefined };
      const found = undo.state && (await read(call, undo.state, known));
      if (found?.kind === 'unread')
        return nothingKept(`what stood there before could not be read: ${found.reason}`);
      if (found?.kind === 'gone') return nothingKept('there was nothing of it before');
      const state = found?.state;
      // What only the reply tells is not known yet; then the calls are worked out when it is there.
      const plan = await fitting(call, planOf(undo, { ...known, state }));
      if ('cannot' in plan && !undo.made) return nothingKept(plan.cannot);
      return former(call, undo, state, undo.made ? { cannot: 'it is not made yet' } : plan);
    },
  };
};
