// Judges a raw JSON-RPC message before the SDK sees it, which keeps silent where a client waits for an error.

import { isObject, type JsonObject } from '../../tools/json-object.ts';
import { withoutMark } from '../files/json-text.ts';
import { withoutNulls } from './absent.ts';
import { deepest, idAtStart, isTooDeep } from './message-depth.ts';

/** What may stand in the id of an answer; null when the request's own could not be read. */
export type AnswerId = string | number | null;

/** A message that is not carried out, and why. */
export interface RefusedMessage {
  readonly kind: 'refused';
  /** -32700 for what is no JSON, -32600 for what is no JSON-RPC message of MCP. */
  readonly code: -32_700 | -32_600;
  readonly message: string;
  readonly id: AnswerId;
}

/** A message as the SDK may have it: what a client sent as null for "nothing" is left out. */
export interface SoundMessage {
  readonly kind: 'sound';
  readonly message: JsonObject;
}

export type JudgedMessage = SoundMessage | RefusedMessage;

/** The longest id that is taken, in characters: it is repeated in every answer. */
const longestId = 1_000;

const isId = (id: unknown): boolean =>
  typeof id === 'string' ? id.length <= longestId : Number.isSafeInteger(id);

const idOf = (message: JsonObject): AnswerId => {
  const { id } = message;
  if (typeof id === 'string') return id.length <= longestId ? id : null;
  return typeof id === 'number' ? id : null;
};

const invalid = (message: JsonObject | null, sentence: string): RefusedMessage => ({
  kind: 'refused',
  code: -32_600,
  message: `Invalid request: ${sentence}.`,
  id: message && idOf(message),
});

const has = (message: JsonObject, name: string): boolean => Object.hasOwn(message, name);

const relatedTask = 'io.modelcontextprotocol/related-task';

const problemOf = (message: JsonObject): string | undefined => {
  const { jsonrpc, id, method, params } = message;
  if (jsonrpc !== '2.0') return 'jsonrpc must be "2.0"';
  if (has(message, 'id') && !isId(id))
    // An error that could not be assigned to a request is answered without an id.
    return has(message, 'error') && id === null
      ? undefined
      : `id must be a text of at most ${longestId} characters or a whole number; a notification has none`;
  if (!has(message, 'method')) {
    if (has(message, 'result') !== has(message, 'error')) return undefined;
    return 'there is neither a method nor one of result and error';
  }
  if (typeof method !== 'string' || method === '') return 'method must be a name';
  if (has(message, 'params') && !isObject(params))
    return 'params must be an object; leave it out where there are none';
  if (isObject(params) && has(params, '_meta') && !isObject(params['_meta']))
    return 'params._meta must be an object; leave it out where there is none';
  return isObject(params) && isObject(params['_meta']) ? problemOfMeta(params['_meta']) : undefined;
};

/** What the SDK would drop without an answer. */
const problemOfMeta = (meta: JsonObject): string | undefined => {
  const { progressToken: token, [relatedTask]: task } = meta;
  if (has(meta, 'progressToken') && typeof token !== 'string' && !Number.isSafeInteger(token))
    return 'params._meta.progressToken must be text or a whole number';
  if (has(meta, relatedTask) && !(isObject(task) && typeof task['taskId'] === 'string'))
    return `params._meta["${relatedTask}"] must be an object with a taskId`;
  return undefined;
};

const batchRefused = invalid(null, 'batches are not taken here; send the messages one by one');

/** Judges one parsed message. A batch is none: what carries batches takes them apart before. */
export const judgeMessage = (raw: unknown): JudgedMessage => {
  if (Array.isArray(raw)) return batchRefused;
  if (!isObject(raw)) return invalid(null, 'a message is an object');
  const problem = problemOf(raw);
  if (problem !== undefined) return invalid(raw, problem);
  const { params } = raw;
  if (!isObject(params)) return { kind: 'sound', message: raw };
  const now = withoutNulls(params);
  return { kind: 'sound', message: now === params ? raw : { ...raw, params: now } };
};

/** The refusal of a text that is no JSON; nothing of it is repeated. */
export const notJson: RefusedMessage = {
  kind: 'refused',
  code: -32_700,
  message: 'Parse error: the message is not valid JSON.',
  id: null,
};

/** The refusal of bytes that are no text. */
export const notUtf8: RefusedMessage = {
  ...notJson,
  message: 'Parse error: the message is not UTF-8.',
};

const tooDeep = `Invalid request: the message is nested deeper than ${deepest} levels.`;

/** Parses the text of a message, a byte order mark before it or not. */
const parse = (text: string): { readonly raw: unknown } | RefusedMessage => {
  const json = withoutMark(text);
  if (isTooDeep(json))
    return { kind: 'refused', code: -32_600, message: tooDeep, id: idAtStart(json) };
  try {
    return { raw: JSON.parse(json) };
  } catch {
    return notJson;
  }
};

/** Errors that answer one batch at most: a line of empty objects would otherwise be answered a million times over. */
const mostAnswers = 64;

/** Refuses a batch message by message, so that whoever waits for one of them is told. */
const refuseBatch = (batch: readonly unknown[]): readonly RefusedMessage[] => {
  const { message, code } = batchRefused;
  const refused = batch.slice(0, mostAnswers).flatMap((one): readonly RefusedMessage[] => {
    const id = isObject(one) ? idOf(one) : null;
    return id === null ? [] : [{ kind: 'refused', code, message, id }];
  });
  return refused.length === 0 ? [batchRefused] : refused;
};

/** Judges a line of stdio, where messages come one by one; a batch is refused for each of its requests. */
export const judgeLine = (text: string): readonly JudgedMessage[] => {
  const parsed = parse(text);
  if (!('raw' in parsed)) return [parsed];
  return Array.isArray(parsed.raw) ? refuseBatch(parsed.raw) : [judgeMessage(parsed.raw)];
};

/** The JSON-RPC error that answers a refused message. */
export const errorOf = ({ code, message, id }: RefusedMessage): JsonObject => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
});
