// Puts a change back: looks how things stand now, tells what each inverse call would meet, and carries them out.
import { isObject } from '../../tools/json-object.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Clock } from '../ports.ts';
import { callTool } from '../road/call-tool.ts';
import type { Caller } from '../road/caller.ts';
import { lookAhead } from '../road/foresee.ts';
import { asItCame } from '../road/look.ts';
import type { CallRoad } from '../road/stages.ts';
import type { Book } from './book.ts';
import type { Kept } from './kept.ts';
import { type Planned, type Seen, seenOf } from './plan.ts';
import { readState } from './state.ts';
import { textOf } from './values.ts';

/** With whose rights, and on which road. */
export interface Hands {
  readonly road: CallRoad;
  readonly caller: Caller;
  readonly book: Book;
  readonly clock: Pick<Clock, 'now'>;
}

/** How things stand now. */
export type Now =
  | { readonly kind: 'seen'; readonly seen: Seen }
  | { readonly kind: 'unread'; readonly reason: string };

/** What is to be known before a change is put back. */
export interface Survey {
  readonly now: Now;
  /** Whether somebody has changed it since; `unknown` where it is not known how it stood after the change, or stands now. */
  readonly changedSince: 'no' | 'yes' | 'unknown';
  /** It stands as it stood before the change. */
  readonly isAsBefore: boolean;
  /** What each call would meet, as a dry run tells it. */
  readonly calls: readonly Tried[];
}

/** An inverse call, tried dry. */
export interface Tried extends Planned {
  readonly tool: Tool;
  readonly allowed: boolean;
  /** Why not, or why it would be refused; words of the dry run. */
  readonly because: readonly string[];
  readonly answer: Readonly<Record<string, unknown>>;
}

/** How one inverse call ended. */
export interface Done {
  readonly tool: string;
  readonly ok: boolean;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What putting back came to. */
export interface Outcome {
  readonly ok: boolean;
  readonly calls: readonly Done[];
  /** Places at which it does not stand as before; undefined where that cannot be told. */
  readonly different: readonly string[] | undefined;
}

const never = new AbortController().signal;
const context = { signal: never };

const same = (one: Seen, other: Seen): boolean => textOf(one) === textOf(other);

/** Looks at what a change was about, by the rights of whoever puts it back. */
export const lookNow = async ({ road, caller }: Hands, { again }: Kept): Promise<Now> => {
  if (!again) return { kind: 'unread', reason: 'no read tells it' };
  const { state, given, watches } = again;
  const read = await lookAhead(
    { road, caller, context },
    (lookout) => readState(state, { given, state: undefined, reply: undefined }, lookout),
    asItCame,
  );
  switch (read.kind) {
    case 'unread':
      return { kind: 'unread', reason: read.reason };
    case 'gone':
      return { kind: 'seen', seen: null };
    case 'seen':
      return { kind: 'seen', seen: seenOf(read.state, watches) };
  }
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
};

const toolOf = async ({ road }: Hands, { operation }: Planned): Promise<Tool> => {
  const tool = await road.box.forOperation(operation);
  if (!tool) throw new Error(`there is no tool for ${operation} any more`);
  return tool;
};

const make = async (
  { road, caller }: Hands,
  tool: Tool,
  raw: Readonly<Record<string, unknown>>,
  undoes: string,
): Promise<{ readonly ok: boolean; readonly answer: Readonly<Record<string, unknown>> }> => {
  const outcome = await callTool({
    tool,
    raw,
    caller,
    person: { kind: 'unreachable' },
    context,
    road,
    undoes,
  });
  if (!('ok' in outcome)) throw new Error('a call that puts back asked a client');
  return { ok: outcome.ok, answer: parsed(outcome.text) };
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const tryDry = async (
  hands: Hands,
  call: Planned,
  undoes: string,
  isFirst: boolean,
): Promise<Tried> => {
  const tool = await toolOf(hands, call);
  const { ok, answer } = await make(hands, tool, { ...call.given, dry_run: true }, undoes);
  if (!ok) {
    const { error } = answer;
    const message = isObject(error) ? error['message'] : undefined;
    return { ...call, tool, allowed: false, because: textsIn([message]), answer };
  }
  const through = answer['let_through'];
  const allowed = isObject(through) && through['allowed'] === true;
  // What a call behind another would meet is not there yet.
  const isMet = isFirst && answer['outcome'] === 'would_be_refused';
  return { ...call, tool, allowed, because: isMet ? textsIn(answer['because']) : [], answer };
};

/** Of many calls of one kind so many are tried dry; the rest is like them. */
const mostTried = 10;

/** The inverse calls that are not done yet. */
export const callsLeft = ({ calls, progress = 0 }: Kept): readonly Planned[] =>
  calls.slice(progress);

/** Looks around before a change is put back. */
export const survey = async (hands: Hands, kept: Kept): Promise<Survey> => {
  const now = await lookNow(hands, kept);
  const calls: Tried[] = [];
  for (const call of callsLeft(kept).slice(0, mostTried))
    calls.push(await tryDry(hands, call, kept.id, calls.length === 0));
  const isSeen = now.kind === 'seen';
  const hasBegun = (kept.progress ?? 0) > 0;
  return {
    now,
    changedSince:
      !isSeen || kept.after === undefined || hasBegun
        ? 'unknown'
        : same(now.seen, kept.after)
          ? 'no'
          : 'yes',
    isAsBefore: isSeen && !hasBegun && same(now.seen, kept.before),
    calls,
  };
};

/** Where two views of a thing differ. */
export const differences = (one: Seen, other: Seen): readonly string[] => {
  const places = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...places].filter((place) => textOf(one?.[place]) !== textOf(other?.[place]));
};

const idIn = ({ undo }: Readonly<Record<string, unknown>>): readonly string[] =>
  typeof undo === 'string' && !undo.includes(' ') ? [undo] : [];

/**
 * Makes the inverse calls, one after the other, until one fails. What was done is kept: the same undo goes on behind it.
 * @param kept taken in hand.
 */
export const putBack = async (hands: Hands, kept: Kept): Promise<Outcome> => {
  const { book, clock } = hands;
  const done: Done[] = [];
  const by: string[] = [...(kept.undone?.by ?? [])];
  let progress = kept.progress ?? 0;
  for (const call of callsLeft(kept)) {
    const tool = await toolOf(hands, call);
    const { ok, answer } = await make(hands, tool, call.given, kept.id);
    done.push({ tool: tool.name, ok, answer });
    if (!ok) {
      if (progress > 0) await book.put({ ...kept, progress, undone: { at: clock.now(), by } });
      return { ok: false, calls: done, different: undefined };
    }
    progress += 1;
    by.push(...idIn(answer));
  }
  await book.put({ ...kept, stands: 'undone', progress, undone: { at: clock.now(), by } });
  const now = await lookNow(hands, kept);
  return {
    ok: true,
    calls: done,
    // What gets another id is not found under its old one.
    different:
      now.kind === 'seen' && (now.seen !== null || kept.before === null)
        ? differences(now.seen, kept.before)
        : undefined,
  };
};
