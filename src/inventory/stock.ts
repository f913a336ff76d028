// Reads of an inventory: each goes down the road of every call, with its caller's rights, and each is made once.
import type { OperationId } from '../../scope-map/operation-id.ts';
import { restoredValue } from '../../tools/invisible/values.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Looked, Looking } from '../consequences/look.ts';
import type { Reads } from '../road/reads.ts';
import type { Thing } from './kind.ts';

/** Reads of one inventory at most, each of at most `mostThings` things. */
export const mostReads = 80;
/** Things of a kind that are read at most. */
export const mostThings = 1_000;
/** Reads at once. */
const atOnce = 4;

/** What a read has shown. */
export type Seen =
  | {
      readonly things: readonly Thing[];
      readonly isWhole: boolean;
      /** Where the list goes on. */
      readonly after?: unknown;
      readonly body: unknown;
    }
  /** Why it was not read, in words without a full stop. */
  | { readonly unread: string };

/** Reads for one inventory. */
export interface Stock extends Looking {
  read(operation: OperationId, given: Arguments): Promise<Seen>;
}

const unreadOf = (answer: unknown): Seen => {
  const error = isObject(answer) ? answer['error'] : undefined;
  const message = isObject(error) ? error['message'] : undefined;
  return { unread: typeof message === 'string' ? message.replace(/\.$/, '') : 'it was not read' };
};

const seenIn = (answer: unknown): Seen => {
  if (!isObject(answer)) return { unread: 'its answer has another shape' };
  const { items, after } = answer;
  return Array.isArray(items)
    ? { things: items.filter(isObject), isWhole: after === null, after, body: answer }
    : { things: [answer], isWhole: true, body: answer };
};

/** Lets so many at once. */
const createGate = (most: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/** @param isOver whether the time for reading is over. */
export const createStock = (reads: Reads, isOver: () => boolean): Stock => {
  const { road, guard } = reads;
  const known = new Map<string, Promise<Seen>>();
  const gate = createGate(atOnce);
  const outlines = new Map<string, (typeof road.box.outlines)[number]>(
    road.box.outlines.map((outline) => [outline.id, outline]),
  );
  let sent = 0;

  const see = async (operation: OperationId, given: Arguments): Promise<Seen> => {
    const outline = outlines.get(operation);
    const refusal = outline && guard.refusalOf(outline);
    if (!outline || refusal) return { unread: refusal?.reason ?? 'there is no such read' };
    if (sent >= mostReads) return { unread: `no more than ${mostReads} reads are made` };
    if (isOver()) return { unread: 'there was no time left' };
    sent += 1;
    const outcome = await reads.read(operation, given);
    if (!outcome) return { unread: 'this caller may not read it' };
    const answer = restoredValue(JSON.parse(outcome.text) as unknown);
    return outcome.ok ? seenIn(answer) : unreadOf(answer);
  };

  /** A list goes on in another answer where one has no room for all of it. */
  const seeAll = async (operation: OperationId, given: Arguments): Promise<Seen> => {
    const first = await see(operation, given);
    if ('unread' in first) return first;
    const things = [...first.things];
    let last = first;
    while (typeof last.after === 'string' && things.length < mostThings) {
      const next = await see(operation, { ...given, after: last.after });
      if ('unread' in next || next.things.length === 0) break;
      things.push(...next.things);
      last = next;
    }
    return { ...last, things };
  };

  const read = (operation: OperationId, given: Arguments): Promise<Seen> => {
    const key = `${operation} ${JSON.stringify(given)}`;
    const reading = known.get(key) ?? gate(() => seeAll(operation, given));
    known.set(key, reading);
    return reading;
  };

  return {
    read,
    get sent() {
      return sent;
    },
    look: async (operation, given): Promise<Looked> => {
      const reply = (await road.box.forOperation(operation))?.endpoint.reply;
      const isList = reply?.kind === 'list';
      const wanted = isList ? { max_items: mostThings } : {};
      const seen = await read(operation, { ...given, ...wanted, detail: 'full' });
      if ('unread' in seen) return { kind: 'unread', reason: seen.unread };
      const body = isList ? { [reply.key]: seen.things } : seen.body;
      return { kind: 'seen', body, isWhole: seen.isWhole };
    },
  };
};
