// Reads the body of a successful reply as what the endpoint promises, and tells what it is when it is something else.
import type { Endpoint } from '../../../scope-map/endpoint.ts';
import { isObject } from '../../../tools/json-object.ts';
import { ApiFailure, type Trouble } from '../failures.ts';
import type { WireReply } from '../wire/transport.ts';
import { requestIdOf } from './failure-from.ts';

const mediaType = (reply: WireReply): string =>
  (reply.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isJsonType = (type: string): boolean =>
  type === '' || /^application\/(.+\+)?json$/.test(type);

/**
 * The parsed body: an object for JSON endpoints, the text itself where the endpoint answers text,
 * undefined where nothing came and nothing was due.
 * @throws {ApiFailure} `bad_reply` for HTML, other content types, broken or empty JSON.
 */
export const readReplyBody = (endpoint: Endpoint, reply: WireReply): unknown => {
  const type = mediaType(reply);
  const bad = (was: Extract<Trouble, { kind: 'content' }>['was']): ApiFailure =>
    new ApiFailure({
      code: 'bad_reply',
      trouble: { kind: 'content', was, type: type.slice(0, 60) },
      status: reply.status,
      requestId: requestIdOf(reply),
      // A change that was answered with success was most likely made.
      mayHaveHappened: endpoint.method !== 'GET',
    });

  if (type === 'text/html') throw bad('html');
  if (endpoint.reply.kind === 'text' && !isJsonType(type)) return reply.body;
  if (reply.body.trim() === '') {
    if (endpoint.reply.kind === 'text') return reply.body;
    if (endpoint.reply.kind === 'empty' || reply.status === 204) return undefined;
    throw bad('empty');
  }
  if (!isJsonType(type)) {
    // Success without content is all that was promised; whatever text came with it does not matter.
    if (endpoint.reply.kind === 'empty') return undefined;
    throw bad('other_type');
  }
  const json = parse(reply.body);
  if (endpoint.reply.kind === 'text') return type === '' || json === undefined ? reply.body : json;
  if (json === undefined) {
    if (endpoint.reply.kind === 'empty') return undefined;
    throw bad('broken_json');
  }
  if (!isObject(json)) throw bad('no_object');
  return json;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
