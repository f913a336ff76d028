// Reads the body of a successful reply as what the endpoint promises, and says clearly when it is something else.
import type { Endpoint } from '../../../scope-map/endpoint.ts';
import { ApiFailure } from '../failures.ts';
import type { WireReply } from '../wire/transport.ts';
import { lookFirst, requestIdOf } from './failure-from.ts';

const mediaType = (reply: WireReply): string =>
  (reply.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isJsonType = (type: string): boolean =>
  type === '' || /^application\/(.+\+)?json$/.test(type);

/**
 * The parsed body: an object for JSON endpoints, the text itself where the endpoint answers text,
 * undefined where nothing came and nothing was due.
 * @throws {ApiFailure} `bad_reply` for HTML, other content types, broken or empty JSON.
 */
export const readReplyBody = (
  endpoint: Endpoint,
  reply: WireReply,
  list: string | null,
): unknown => {
  const bad = (what: string): ApiFailure =>
    new ApiFailure({
      code: 'bad_reply',
      message: `The API answered with status ${reply.status}, but ${what}.`,
      status: reply.status,
      requestId: requestIdOf(reply),
      next:
        endpoint.method === 'GET'
          ? 'Call again in a moment; if it stays so, tell the user: a proxy may be answering instead of DigitalOcean.'
          : `The call was probably carried out. ${lookFirst(list)}`,
    });

  const type = mediaType(reply);
  if (type === 'text/html') throw bad('with an HTML page instead of data');
  if (endpoint.reply.kind === 'text' && !isJsonType(type)) return reply.body;
  if (reply.body.trim() === '') {
    if (endpoint.reply.kind === 'text') return reply.body;
    if (endpoint.reply.kind === 'empty' || reply.status === 204) return undefined;
    throw bad('without any data');
  }
  if (!isJsonType(type)) {
    // Success without content is all that was promised; whatever text came with it does not matter.
    if (endpoint.reply.kind === 'empty') return undefined;
    throw bad(`with content of the type ${type.slice(0, 60)} instead of JSON`);
  }
  const json = parse(reply.body);
  if (endpoint.reply.kind === 'text') return type === '' || json === undefined ? reply.body : json;
  if (json === undefined) {
    if (endpoint.reply.kind === 'empty') return undefined;
    throw bad('its JSON is broken, probably cut off');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw bad('its JSON is not an object');
  return json;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
