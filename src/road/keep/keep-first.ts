// Destroying in two calls: the first takes a snapshot, the same call again destroys, once that is complete.
import { createHash } from 'node:crypto';
import type { Keep } from '../../../scope-map/endpoint/keep.ts';
import { errorAnswer } from '../../../tools/answer/error-answer.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import { refusedByGuard } from '../../advice/never-sent.ts';
import { covers, type Stakes } from '../../consent/covers.ts';
import type { Desk } from '../../consent/desk.ts';
import { ask } from '../ask.ts';
import { principalOf } from '../caller.ts';
import { foresee } from '../foresee.ts';
import { recordPending } from '../record-outcome.ts';
import type { Agreed, Asked, Judged, Shaped } from '../stages.ts';
import { Stop } from '../stop.ts';
import type { Keeping, Taken } from './keeping.ts';
import { argumentsFor, judgedSnapshot, keepOf, snapshotCall, toolFor } from './snapshot-call.ts';

/** Makes a call that belongs to this one: the road of every call, handed in. */
export type MakePart = (call: Omit<Asked, 'began'>) => Promise<unknown>;

type Answered = { readonly ok: boolean; readonly answer: Readonly<Record<string, unknown>> };

/** Names the call: whose it is, and what would be sent. */
const nameOf = ({ caller, tool, request }: Judged): string => {
  const { method, path, query, body } = request;
  return createHash('sha256')
    .update(JSON.stringify([principalOf(caller), tool.name, method, path, query, body ?? null]))
    .digest('hex');
};

const make = async (
  judged: Judged,
  part: MakePart,
  tool: Tool,
  raw: Arguments,
  desk?: () => Promise<Desk>,
): Promise<Answered> => {
  const { caller, context, client, road } = judged;
  const outcome = await part({
    tool,
    raw,
    caller,
    person: { kind: 'unreachable' },
    context,
    client,
    road: desk ? { ...road, desk } : road,
    isPart: true,
  });
  if (!isObject(outcome) || typeof outcome['text'] !== 'string')
    throw new Error('a part of a call asked a client');
  const answer: unknown = JSON.parse(outcome['text']);
  return { ok: outcome['ok'] === true, answer: isObject(answer) ? answer : {} };
};

const messageIn = ({ answer }: Answered): string => {
  const { error } = answer;
  return isObject(error) ? String(error['message']) : 'for an unknown reason';
};

const nothingDestroyed = (judged: Judged, code: string, message: string, next: string): Stop =>
  new Stop(
    errorAnswer({ code, message: `${message} Nothing was destroyed.`, next }),
    judged.decision,
  );

const pending = async (judged: Judged, taken: Taken, status: unknown): Promise<Shaped> => {
  await recordPending(judged, judged.decision);
  const keep = keepOf(judged);
  return {
    ok: true,
    answer: {
      pending: true,
      keep: 'snapshot',
      snapshot: taken.name,
      ...(keep?.states ? { action: { id: taken.id, status } } : { snapshot_id: taken.id }),
      next: 'Nothing is destroyed yet. Make exactly this call again when the snapshot is complete.',
    },
  };
};

/** The person who agreed to the whole agreed to the snapshot too. */
const deskFor = (agreed: Agreed): (() => Promise<Desk>) | undefined => {
  const { consent, entry, road } = agreed;
  if (consent.kind !== 'given' || !entry) return undefined;
  return async () => ({ ...(await road.desk()), consentTo: async () => ({ how: 'given', entry }) });
};

const mayCheck = async (judged: Judged, { check }: Keep): Promise<void> => {
  const reader = await toolFor(judged, check.operation);
  const standing = judged.guard.standing(reader);
  if (standing.answer === 'refused') throw new Stop(refusedByGuard(standing), judged.decision);
};

const takeIt = async (
  judged: Judged,
  keep: Keep,
  keeping: Keeping,
  part: MakePart,
): Promise<Shaped> => {
  await judgedSnapshot(judged, keep);
  await mayCheck(judged, keep);
  const call = nameOf(judged);
  const agreed = await ask(judged);
  if (!(await keeping.take(call)))
    throw nothingDestroyed(
      judged,
      'snapshot_under_way',
      'Another call is taking the snapshot at this moment.',
      'Make this call again in a moment.',
    );
  try {
    const { tool, given, name } = await snapshotCall(judged, keep);
    const answered = await make(judged, part, tool, given, deskFor(agreed));
    const { id, status } = answered.answer;
    if (!answered.ok || (typeof id !== 'string' && typeof id !== 'number'))
      throw nothingDestroyed(
        judged,
        'snapshot_failed',
        `The snapshot was not taken: ${messageIn(answered)}`,
        'Mend that and make this call again; without keep nothing is kept.',
      );
    const { consent, stakes } = agreed;
    const taken = { id, name, consent, stakes };
    await keeping.put(call, taken);
    return await pending(judged, taken, status);
  } finally {
    await keeping.release(call);
  }
};

/** What stays and goes on costing is not harmed by the call; among it now is the snapshot itself. */
const withoutStaying = ({ harm, price }: Stakes): Stakes => ({
  price,
  harm: harm && {
    ...harm,
    hanging: harm.hanging.filter(({ fate }) => fate !== 'keeps_costing'),
  },
});

/** Consent for the second step: the first one's, unless it is used up or more is at stake now. */
const agreedAgain = async (judged: Judged, taken: Taken, keeping: Keeping): Promise<Agreed> => {
  const { consent, stakes } = taken;
  const now = await foresee(judged);
  const still = consent !== null && (stakes === null || covers(stakes, withoutStaying(now)));
  const agreed = still ? { ...judged, consent, stakes: now } : await ask(judged);
  await keeping.put(nameOf(judged), { ...taken, consent: null });
  // What the snapshot costs was told, and is counted, with the snapshot.
  return { ...agreed, stakes: agreed.stakes && { ...agreed.stakes, price: null } };
};

const goOn = async (
  judged: Judged,
  keep: Keep,
  taken: Taken,
  keeping: Keeping,
  part: MakePart,
): Promise<Agreed | Shaped> => {
  const { check, states } = keep;
  const read = await make(judged, part, await toolFor(judged, check.operation), {
    ...argumentsFor(check.given, judged.given),
    [check.id]: taken.id,
  });
  if (!read.ok)
    throw nothingDestroyed(
      judged,
      'snapshot_unknown',
      `Whether the snapshot is complete could not be read: ${messageIn(read)}`,
      'Make this call again later.',
    );
  const { status } = read.answer;
  if (states && status === states.failed) {
    await keeping.forget(nameOf(judged));
    throw nothingDestroyed(
      judged,
      'snapshot_failed',
      'The snapshot failed.',
      'Make this call again to take another; without keep nothing is kept.',
    );
  }
  if (states && status !== states.done) return pending(judged, taken, status);
  return agreedAgain(judged, taken, keeping);
};

/**
 * The first of two calls takes the snapshot and is answered; the second goes on with its consent.
 * @param part makes a call that belongs to this one.
 * @throws {Stop} when nobody has agreed, or the snapshot cannot be taken, has failed, or is not known.
 */
export const keepFirst = async (judged: Judged, part: MakePart): Promise<Agreed | Shaped> => {
  const keep = keepOf(judged);
  if (!keep) return ask(judged);
  const keeping = await judged.road.keeping();
  const taken = await keeping.find(nameOf(judged));
  return taken ? goOn(judged, keep, taken, keeping, part) : takeIt(judged, keep, keeping, part);
};
