// From a call on its road to what is recorded of it.
import { isObject } from '../../tools/json-object.ts';
import type { Caller } from '../road/caller.ts';
import type {
  Arrived,
  Asked,
  Built,
  Ending,
  OwnCall,
  Parsed,
  Remembered,
  Stray,
} from '../road/stages.ts';
import { bounded, roomFor } from './bounded.ts';
import { type Cleaner, longestName } from './cleaner.ts';
import { agreementOf, arrivalOf, decisionOf, type Fields, questionOf } from './facts.ts';

/** What is recorded of one call, in the order of its line. */
export interface Entry {
  /** What the program itself says: which line, when, which tool, how it ended. */
  readonly plain: Fields;
  /** JSON of who called, without its braces. */
  readonly who: string;
  /** What somebody else has chosen: arguments, names, reasons. */
  readonly told: Fields;
}

/** An entry as JSON; what others have chosen goes through the veil of the account. */
export const jsonOf = ({ account }: Caller, { plain, who, told }: Entry): string =>
  `${JSON.stringify(plain).slice(0, -1)},${who},${account.veil(JSON.stringify(told)).slice(1)}`;

const wasParsed = (asked: Asked): asked is Parsed => 'given' in asked;
const wasBuilt = (asked: Asked): asked is Built => 'request' in asked;

const mostNames = 100;

/** Of arguments that were refused only what belongs to the tool is kept: a misnamed field may hold anything. */
const knownOnly = ({ tool, raw }: Asked): Fields => {
  if (raw === undefined || raw === null) return {};
  if (!isObject(raw)) return { not_an_object: typeof raw };
  const { properties } = tool.inputSchema;
  return Object.fromEntries(
    Object.entries(raw)
      .slice(0, mostNames)
      .map(([name, value]) => [name, Object.hasOwn(properties, name) ? value : '[unknown field]']),
  );
};

/** With what a tool is called. */
const givenOf = (cleaner: Cleaner, asked: Asked, room: number): Record<string, unknown> => {
  const { endpoint } = asked.tool;
  const given = wasParsed(asked) ? asked.given : knownOnly(asked);
  return {
    path: wasBuilt(asked) ? cleaner.clean(asked.request.path) : endpoint.path,
    arguments: cleaner.given(endpoint, bounded(given, room) as Fields),
  };
};

/** A change that is about to be sent. */
export const intentOf = (cleaner: Cleaner, call: Remembered, id: string, at: string): Entry => {
  const { name, endpoint } = call.tool;
  const { through, undoes } = call;
  const former = call.former?.hash ?? undefined;
  const told = givenOf(cleaner, call, roomFor.change);
  told['decision'] = decisionOf(cleaner, call.decision);
  return {
    plain: {
      kind: 'intent',
      id,
      at,
      tool: name,
      through,
      method: endpoint.method,
      undoes,
      former,
    },
    who: cleaner.who(call),
    told: Object.assign(told, agreementOf(cleaner, call, true)),
  };
};

/** The hash of what is kept, where it is not what was kept before the change was sent. */
const latterOf = (arrived: Arrived | undefined): string | undefined => {
  const { undo, former } = arrived ?? {};
  return undo && 'hash' in undo && undo.hash !== former?.hash ? undo.hash : undefined;
};

/** What came of a change whose intent is on record. */
export const outcomeOf = (cleaner: Cleaner, ending: Ending, intent: string, at: string): Entry => {
  const { asked, result, milliseconds, arrived } = ending;
  return {
    plain: {
      kind: 'outcome',
      id: intent,
      at,
      tool: asked.tool.name,
      result,
      ms: milliseconds,
      former: latterOf(arrived),
    },
    who: cleaner.agent(asked),
    told: arrived ? arrivalOf(cleaner, arrived) : { sent: 'unknown' },
  };
};

const kindOf = ({ arrived, decision, result }: Ending): string => {
  if (!arrived) return result === 'dry_run' ? 'dry_run' : 'refused';
  // A change whose intent found no place on record, where the owner wants it done all the same.
  return decision && decision.effect !== 'read' ? 'change' : 'read';
};

/** A call that led nowhere; of what it brought only the name that a finder was given is known to be one. */
export const strayOf = (cleaner: Cleaner, call: Stray, id: string, at: string): Entry => {
  const { name, raw, result } = call;
  const inner = isObject(raw) && typeof raw['name'] === 'string' ? raw['name'] : undefined;
  const named = (text: string): unknown => cleaner.clean(bounded(text, longestName));
  return {
    plain: { kind: 'refused', id, at, result },
    who: cleaner.who(call),
    told: { tool: named(name), ...(inner !== undefined && { arguments: { name: named(inner) } }) },
  };
};

/** A call of a tool of our own, which only reads. */
export const ownOf = (cleaner: Cleaner, call: OwnCall, id: string, at: string): Entry => {
  const { name, raw, result, milliseconds } = call;
  const kind = result === 'ok' ? 'read' : 'refused';
  return {
    plain: { kind, id, at, tool: name, result, ms: milliseconds },
    who: cleaner.who(call),
    told: { arguments: cleaner.clean(bounded(raw ?? {}, roomFor.other)) },
  };
};

/** A read, or a call that was stopped before anything was sent. */
export const callOf = (cleaner: Cleaner, ending: Ending, id: string, at: string): Entry => {
  const { asked, decision, arrived, result, milliseconds } = ending;
  const { name, endpoint } = asked.tool;
  const { through } = asked;
  const { method } = endpoint;
  const told = givenOf(cleaner, asked, roomFor.other);
  if (decision) told['decision'] = decisionOf(cleaner, decision);
  Object.assign(told, agreementOf(cleaner, asked, false), questionOf(cleaner, ending));
  if (arrived) Object.assign(told, arrivalOf(cleaner, arrived));
  const kind = kindOf(ending);
  return {
    plain: { kind, id, at, tool: name, through, method, result, ms: milliseconds },
    who: cleaner.who(asked),
    told,
  };
};
