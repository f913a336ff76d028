// A call of account_inventory: checked, carried out by reads of its caller's, counted and put on record like any call.

import { randomUUID } from 'node:crypto';
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import { shortened } from '../../tools/cut-text.ts';
import { accountInventory } from '../../tools/own-tools.ts';
import { validateAgainst } from '../../tools/request/against-schema.ts';
import { calledTooOften } from '../advice/never-sent.ts';
import { internalError } from '../advice/own-fault.ts';
import type { CallContext } from '../client/client.ts';
import { inventoryTool, ownToolsFor, usuallyShown } from '../menu/own-tools.ts';
import { type Outcome, written } from '../road/call-tool.ts';
import type { OwnCall, Shaped } from '../road/stages.ts';
import { Stop } from '../road/stop.ts';
import { inventoryAnswer } from './answer.ts';
import { kindsMeant, nouns, takeStock } from './take-stock.ts';

/** A call of it, as it comes in. */
export type Asked = Omit<OwnCall, 'name' | 'result' | 'milliseconds'> & {
  readonly context: CallContext;
};

const error = (code: ErrorAnswer['error']['code'], message: string, next: string): Shaped => ({
  ok: false,
  answer: errorAnswer({ code, message, next }),
});

const barred = error(
  'not_allowed',
  `Not allowed: ${accountInventory} is left out of this server, or nothing that it lists may be read here. Nothing was sent.`,
  'The owner of the server chooses its tools with --areas, --tools and --exclude-tools, and a token its scopes.',
);

/** What is left of the caller's budget; most callers have none. */
const budgetOf = async (call: Pick<Asked, 'road' | 'caller' | 'context'>) =>
  (await import('../road/budget-now.ts')).budgetNow(call);

const answerTo = async ({ road, caller, context, raw }: Asked): Promise<Shaped> => {
  const wait = await caller.selection.pace?.take();
  if (wait !== undefined) return { ok: false, answer: calledTooOften(wait) };
  const guard = await caller.guard();
  const never = guard.selection.policy?.refusesOwn(accountInventory, undefined);
  if (never === undefined && ownToolsFor(road.box, guard).length === 0) return barred;
  const validated = validateAgainst(inventoryTool.inputSchema, raw);
  if (!validated.ok)
    return error(
      'invalid_arguments',
      `${validated.problems.join('. ')}.`,
      `Correct the arguments and call ${accountInventory} again. Nothing was sent.`,
    );
  const refused = guard.selection.policy?.refusesOwn(accountInventory, validated.arguments);
  if (refused !== undefined)
    return error(
      'not_allowed',
      `Not allowed: ${refused}. Nothing was sent.`,
      'Tell the user; the owner of this server can change the policy. Do not look for another way to do the same.',
    );
  const { kinds, max_items: most } = validated.arguments;
  const wanted =
    Array.isArray(kinds) && kinds.length > 0 ? kindsMeant(kinds.map(String)) : undefined;
  const unknown = [...(wanted ?? [])].find((kind) => !nouns.includes(kind));
  if (unknown !== undefined)
    return error(
      'invalid_arguments',
      `kinds: there is no kind "${shortened(unknown, 64)}".`,
      `Kinds: ${nouns.join(', ')}. Nothing was sent.`,
    );
  const own = { ...context, principal: caller.id };
  const found = await takeStock(road, caller, own, wanted);
  const shown = typeof most === 'number' ? most : usuallyShown;
  const answer = inventoryAnswer(found, shown, road.clock.now());
  const budget = caller.selection.budget && (await budgetOf({ road, caller, context: own }));
  return { ok: true, answer: { ...answer, ...(budget && { budget }) } };
};

/** Carries it out. Never throws. */
export const callInventory = async (asked: Asked): Promise<Outcome> => {
  const { road, caller, raw, client } = asked;
  const began = performance.now();
  const shaped = await answerTo(asked).catch((fault: unknown): Shaped => {
    if (fault instanceof Stop) return { ok: false, answer: fault.answer };
    const reference = randomUUID();
    road.log.error(
      { reference, tool: accountInventory, caller: caller.id, error: fault },
      'a call failed inside the server',
    );
    return { ok: false, answer: internalError(reference) };
  });
  await road.recorder.own({
    name: accountInventory,
    raw,
    road,
    caller,
    client,
    result: shaped.ok ? 'ok' : shaped.answer.error.code,
    milliseconds: Math.round((performance.now() - began) * 10) / 10,
  });
  return written(caller, shaped);
};
