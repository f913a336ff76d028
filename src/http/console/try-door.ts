// The door at which a person tries a tool: the call goes the road of every agent's call, held to the same rules.
import * as z from 'zod';
import { isObject } from '../../../tools/json-object.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Holder, Holders } from '../../console/holder.ts';
import { estimatedTokens } from '../../console/try/estimated-tokens.ts';
import type { Tried } from '../../console/try/tried.ts';
import type { Log } from '../../log.ts';
import { callTool, type Outcome } from '../../road/call-tool.ts';
import type { CallRoad } from '../../road/stages.ts';
import { version } from '../../version.ts';
import { callerNow } from '../caller-now.ts';
import type { Row } from '../doors/door.ts';
import { comeBackLater, Refusal } from '../refusal.ts';
import type { Asked, DataDoor } from './data-door.ts';
import { jsonBody } from './json-body.ts';
import { unknownHolder, unknownTool } from './map-doors.ts';
import type { Viewer } from './viewer.ts';

/** What trying stands on. */
export interface TryOptions {
  readonly box: ToolBox;
  readonly holders: Holders;
  /** The road of every call. */
  readonly road: CallRoad;
  /** Whether nothing behind it is real. */
  readonly isSimulated: boolean;
  readonly log: Log;
}

/** How the console names itself in questions and in the record. */
const client = { name: 'do-mcp console', version };

/** The largest call, in bytes. */
const largestCall = 256 * 1_024;

/** Calls that are tried at once. */
const mostAtOnce = 8;

const shape = z.strictObject({
  holder: z.string().min(1).max(200),
  tool: z.string().min(1).max(64),
  arguments: z.record(z.string().max(200), z.unknown()),
  /** Nothing is changed unless a person says so. */
  dry_run: z.boolean().default(true),
});

const mayNot = new Refusal({
  status: 403,
  message:
    'Behind this server is a real account: only an operator with the role operate may call tools here.',
});

const busy = comeBackLater(503, 5, {
  message: 'Too many calls are being tried at this moment. Nothing was sent; try again.',
});

/** The question that an answer says it waits for. */
const questionIn = (text: string): string | null => {
  const answer: unknown = JSON.parse(text);
  const error = isObject(answer) ? answer['error'] : undefined;
  const question = isObject(error) ? error['approval'] : undefined;
  return typeof question === 'string' ? question : null;
};

/** Makes the door. */
export const tryDoor = (door: DataDoor, options: TryOptions): Row => {
  const { box, holders, road, isSimulated, log } = options;
  let now = 0;

  const mayTry = ({ role }: Viewer): boolean => isSimulated || role === 'operate';

  const holderOf = (id: string): Holder | undefined => holders().find((one) => one.id === id);

  const make = async (
    { caller, id }: Holder,
    tool: Tool,
    raw: unknown,
    { exchange }: Asked,
  ): Promise<Outcome> => {
    const outcome = await callTool({
      tool,
      raw,
      context: { signal: exchange.signal },
      // Whoever loses their place on this server meanwhile loses it for this call, too.
      caller: callerNow(caller, () => holderOf(id)?.caller ?? null),
      person: { kind: 'unreachable' },
      client,
      road,
    });
    if (!('ok' in outcome)) throw new Error('a call that asks nobody was to ask');
    return outcome;
  };

  const tryOnce = async (asked: Asked): Promise<Tried | Refusal> => {
    const given = await jsonBody(asked.exchange, shape, largestCall);
    if (given instanceof Refusal) return given;
    const holder = holderOf(given.holder);
    if (!holder) return unknownHolder;
    const tool = await box.named(given.tool);
    if (!tool) return unknownTool;
    // What cannot be tried dry changes nothing.
    const canBeDry = Object.hasOwn(tool.inputSchema.properties, 'dry_run');
    const { exchange, viewer } = asked;
    log.info(
      { request_id: exchange.id, operator: viewer.name, caller: holder.caller.id, tool: tool.name },
      'a tool is tried in the console',
    );
    const began = performance.now();
    const raw = canBeDry ? { ...given.arguments, dry_run: given.dry_run } : given.arguments;
    const { ok, text } = await make(holder, tool, raw, asked);
    return {
      ok,
      text,
      dryRun: canBeDry && given.dry_run,
      took: Math.round(performance.now() - began),
      tokens: estimatedTokens(text),
      question: ok ? null : questionIn(text),
    };
  };

  return door('/console/api/try', {
    POST: async (asked) => {
      if (!mayTry(asked.viewer)) return mayNot;
      if (now >= mostAtOnce) return busy;
      now += 1;
      try {
        return await tryOnce(asked);
      } finally {
        now -= 1;
      }
    },
  });
};
