// From a call on its road to what is recorded of it.
import { isObject } from '../../tools/json-object.ts';
import { recordable } from '../../tools/request/recordable.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import type { ApiFailure } from '../client/failures.ts';
import type { Decision } from '../guard/decision.ts';
import type { Agreed, Arrived, Asked, Built, Ending, Parsed, Stray } from '../road/stages.ts';
import { bounded, roomFor } from './bounded.ts';

type Fields = Readonly<Record<string, unknown>>;

const longestName = 100;
const longestReason = 500;
const longestText = 4_096;

/** Takes what looks like a credential out of words that come from names and replies. */
const clean = (value: unknown): unknown => createRedactor(undefined).redact(value);

const whoOf = ({ caller, client }: Pick<Asked, 'caller' | 'client'>): Fields => ({
  agent: caller.id,
  ...(client && {
    client: clean(bounded(client, longestName)),
  }),
  account: { id: caller.account.id, token: caller.account.hint },
});

const wasParsed = (asked: Asked): asked is Parsed => 'given' in asked;
const wasBuilt = (asked: Asked): asked is Built => 'request' in asked;

/** Of arguments that were refused only what belongs to the tool is kept: a misnamed field may hold anything. */
const knownOnly = ({ tool, raw }: Asked): Fields => {
  if (raw === undefined || raw === null) return {};
  if (!isObject(raw)) return { not_an_object: typeof raw };
  const { properties } = tool.inputSchema;
  return Object.fromEntries(
    Object.entries(raw)
      .slice(0, longestName)
      .map(([name, value]) => [name, Object.hasOwn(properties, name) ? value : '[unknown field]']),
  );
};

const argumentsOf = (asked: Asked, room: number): Fields => {
  const given = wasParsed(asked) ? asked.given : knownOnly(asked);
  return recordable(asked.tool.endpoint, bounded(given, room) as Fields);
};

/** What is called, and with what. */
const whatOf = (asked: Asked, room: number): Fields => {
  const { tool, through } = asked;
  const { method, path } = tool.endpoint;
  return {
    tool: tool.name,
    ...(through && { through }),
    method,
    path: wasBuilt(asked) ? clean(asked.request.path) : path,
    arguments: argumentsOf(asked, room),
  };
};

const verdictOf = ({ verdict }: Decision): Fields =>
  verdict.answer === 'allowed'
    ? { verdict: 'allowed' }
    : {
        verdict: 'refused',
        rule: verdict.rule,
        reason: clean(verdict.reason),
        ...(verdict.missing.length > 0 && { missing: verdict.missing }),
      };

const isTelling = (value: unknown): boolean =>
  value !== 'none' && value !== 'nothing' && !(Array.isArray(value) && value.length === 0);

/** The decision with every fact that it stood on, without what says nothing. */
const decisionOf = (decision: Decision): Fields => {
  const { verdict: _, ...facts } = decision;
  const telling = Object.fromEntries(Object.entries(facts).filter(([, value]) => isTelling(value)));
  return { ...verdictOf(decision), ...(clean(telling) as Fields) };
};

/** How a person's consent came about, and the price that was told, as whoever asked keeps them. */
const agreementOf = (call: Asked, isChange: boolean): Fields => {
  if (!('consent' in call) || !isObject(call.consent)) return {};
  const isWorthAWord = isChange || call.consent['kind'] !== 'not_needed';
  return {
    ...(isWorthAWord && { consent: clean(call.consent) }),
    ...('stakes' in call && isObject(call.stakes) && (clean(call.stakes) as Fields)),
  };
};

/** The question that a call stopped at, and the answer that it got. */
const questionOf = ({ question: entry }: Ending): Fields => {
  if (!entry) return {};
  const { question, answer } = entry;
  const { id, text, doors } = question;
  const asked = { id, text: bounded(text, longestText), doors };
  return { question: clean({ ...asked, answer }) };
};

const failureOf = (failure: ApiFailure): Fields => ({
  status: failure.status,
  request_id: failure.requestId,
  attempts: failure.attempts,
  ...(failure.reason !== null && { reason: clean(bounded(failure.reason, longestReason)) }),
  ...(failure.mayHaveHappened && { may_have_happened: true }),
});

const arrivalOf = ({ arrival, owner }: Arrived): Fields => {
  switch (arrival.kind) {
    case 'failed':
      return failureOf(arrival.failure);
    case 'list': {
      const { requestId, attempts, items } = arrival.list;
      return { status: 200, request_id: requestId, attempts, items: items.length };
    }
    case 'text':
    case 'logs':
      return { ...replyOf(arrival.first) };
    case 'reply': {
      const { first, followed } = arrival;
      return {
        ...replyOf(first),
        ...(followed.how === 'watched' && {
          work: { ended: followed.watched.ended, state: followed.watched.state },
        }),
        ...(owner !== null && { owner: clean(owner) }),
      };
    }
  }
};

const replyOf = ({
  status,
  requestId,
  attempts,
}: {
  readonly status: number;
  readonly requestId: string | null;
  readonly attempts?: number;
}): Fields => ({ status, request_id: requestId, attempts });

/** A change that is about to be sent. */
export const intentOf = (call: Agreed, id: string, at: string): Fields => ({
  kind: 'intent',
  id,
  at,
  ...whoOf(call),
  ...whatOf(call, roomFor.change),
  decision: decisionOf(call.decision),
  ...agreementOf(call, true),
});

/** What came of a change whose intent is on record. */
export const outcomeOf = (ending: Ending, intent: string, at: string): Fields => ({
  kind: 'outcome',
  id: intent,
  at,
  agent: ending.asked.caller.id,
  tool: ending.asked.tool.name,
  result: ending.result,
  ...(ending.arrived ? arrivalOf(ending.arrived) : { sent: 'unknown' }),
  ms: ending.milliseconds,
});

const kindOf = ({ arrived, decision, result }: Ending): string => {
  if (!arrived) return result === 'dry_run' ? 'dry_run' : 'refused';
  // A change whose intent found no place on record, where the owner wants it done all the same.
  return decision && decision.effect !== 'read' ? 'change' : 'read';
};

/** A call that led nowhere; of what it brought only the name that a finder was given is known to be one. */
export const strayOf = (call: Stray, id: string, at: string): Fields => {
  const { name, raw, result } = call;
  const inner = isObject(raw) && typeof raw['name'] === 'string' ? raw['name'] : undefined;
  return {
    kind: 'refused',
    id,
    at,
    ...whoOf(call),
    tool: clean(bounded(name, longestName)),
    ...(inner !== undefined && { arguments: { name: clean(bounded(inner, longestName)) } }),
    result,
  };
};

/** A read, or a call that was stopped before anything was sent. */
export const callOf = (ending: Ending, id: string, at: string): Fields => {
  const { asked, decision, arrived, result, milliseconds } = ending;
  return {
    kind: kindOf(ending),
    id,
    at,
    ...whoOf(asked),
    ...whatOf(asked, roomFor.other),
    ...(decision && { decision: decisionOf(decision) }),
    ...agreementOf(asked, false),
    ...questionOf(ending),
    result,
    ...(arrived && arrivalOf(arrived)),
    ms: milliseconds,
  };
};
