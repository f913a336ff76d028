// Reads the messages of a request: bounded before it is parsed, judged before anything acts on it.
import { isJsonContentType } from '@modelcontextprotocol/server';
import { withoutMark } from '../../files/json-text.ts';
import { judgeMessage, notJson, type RefusedMessage } from '../../server/messages.ts';
import { BodyRefused, type Exchange } from '../exchange.ts';
import type { HttpLimits } from '../http-limits.ts';
import { comeBackLater, Refusal } from '../refusal.ts';
import type { ByteBudget } from '../sharing/byte-budget.ts';
import { overBounds } from './json-bounds.ts';

/** The body of a request: one sound message, or a batch of them. */
export interface Messages {
  readonly body: unknown;
}

const refusedMessage = ({ code, message, id }: RefusedMessage): Refusal =>
  new Refusal({ status: 400, reason: 'message', code, message, id });

const badBody = (status: 400 | 413 | 415, message: string): Refusal =>
  new Refusal({ status, reason: 'body', message });

/** Of a batch, every message must be sound: a client that sends one wrong message gets its error, and nothing is done. */
const judgeBatch = (raw: readonly unknown[], most: number): Messages | Refusal => {
  if (raw.length > most)
    return new Refusal({
      status: 400,
      reason: 'batch',
      code: -32_600,
      message: `A batch may hold at most ${most} messages.`,
    });
  if (raw.length === 0)
    return new Refusal({
      status: 400,
      reason: 'batch',
      code: -32_600,
      message: 'A batch holds at least one message.',
    });
  const body: unknown[] = [];
  for (const one of raw) {
    const judged = judgeMessage(one);
    if (judged.kind === 'refused')
      return refusedMessage({
        ...judged,
        message: `${judged.message} Nothing of the batch was carried out.`,
      });
    body.push(judged.message);
  }
  return { body };
};

const judgeBody = (raw: unknown, limits: HttpLimits): Messages | Refusal => {
  if (Array.isArray(raw)) return judgeBatch(raw, limits.batch);
  const judged = judgeMessage(raw);
  return judged.kind === 'sound' ? { body: judged.message } : refusedMessage(judged);
};

const parse = (text: string, limits: HttpLimits): Messages | Refusal => {
  const over = overBounds(text, limits.json);
  if (over !== undefined) return badBody(413, over);
  let raw: unknown;
  try {
    raw = JSON.parse(withoutMark(text));
  } catch {
    // The parser's own message would repeat the body.
    return refusedMessage(notJson);
  }
  return judgeBody(raw, limits);
};

/** Reads what a principal sent; the bytes are held in its budget until the exchange ends. */
export const readMessages = async (
  exchange: Exchange,
  principal: string,
  limits: HttpLimits,
  budget: ByteBudget,
): Promise<Messages | Refusal> => {
  if (!isJsonContentType(exchange.header('content-type')))
    return badBody(415, 'MCP takes Content-Type: application/json.');
  const told = Number(exchange.header('content-length') ?? limits.body);
  const release = budget.take(principal, Math.min(told, limits.body));
  if (!release)
    return comeBackLater(429, 1, {
      reason: 'body',
      message: 'Too many large requests are being worked on. Send fewer at the same time.',
    });
  exchange.onEnd(release);
  try {
    return parse(await exchange.readBody(limits.body), limits);
  } catch (error) {
    if (error instanceof BodyRefused) return badBody(error.status, error.message);
    throw error;
  }
};
