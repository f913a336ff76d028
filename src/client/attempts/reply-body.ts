// Reads the body of a successful reply as what the endpoint promises, and tells what it is when it is something else.

import type { Endpoint } from '../../../scope-map/endpoint.ts';
import { beginningOf } from '../../../tools/cut-text.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { Slices } from '../../processor/slices.ts';
import type { ApiReply } from '../client.ts';
import { ApiFailure, type Trouble } from '../failures.ts';
import { parseJson } from '../json/parse.ts';
import type { WireReply } from '../wire/transport.ts';
import { requestIdOf } from './failure-from.ts';

const isEncoded = ({ headers }: WireReply): boolean =>
  !/^(identity)?$/i.test((headers['content-encoding'] ?? '').trim());

const mediaType = (reply: WireReply): string =>
  (reply.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isJsonType = (type: string): boolean =>
  type === '' || /^application\/(.+\+)?json$/.test(type);

/** A body that was read, and the memory that it holds. */
type Read = Pick<ApiReply, 'body' | 'weight'>;

/** Time and memory for reading. */
export interface Means {
  readonly slices: Slices;
  /** Takes memory for so many bytes; false when there is none. */
  readonly fits: (bytes: number) => boolean;
}

/**
 * The parsed body: an object for JSON endpoints, the text itself where the endpoint answers text,
 * undefined where nothing came and nothing was due.
 * @throws {ApiFailure} `bad_reply` for HTML, other content types, broken, empty, too deep, wide or heavy JSON;
 * `memory_full` where there is no room for it now.
 */
export const readReplyBody = async (
  endpoint: Endpoint,
  reply: WireReply,
  { slices, fits }: Means,
): Promise<Read> => {
  const type = mediaType(reply);
  const promised = endpoint.reply.kind;
  const asText: Read = { body: reply.body, weight: reply.body.length };
  const nothing: Read = { body: undefined, weight: 0 };
  const bad = (was: Extract<Trouble, { kind: 'content' }>['was']): ApiFailure =>
    new ApiFailure({
      code: 'bad_reply',
      trouble: { kind: 'content', was, type: beginningOf(type, 60) },
      status: reply.status,
      requestId: requestIdOf(reply),
      // A change that was answered with success was most likely made.
      mayHaveHappened: endpoint.method !== 'GET',
    });

  // Never asked for, and never inflated: a few bytes may become gigabytes.
  if (isEncoded(reply)) throw bad('encoded');
  if (type === 'text/html') throw bad('html');
  if (promised === 'text' && !isJsonType(type)) return asText;
  if (reply.body.trim() === '') {
    if (promised === 'text') return asText;
    if (promised === 'empty' || reply.status === 204) return nothing;
    throw bad('empty');
  }
  if (!isJsonType(type)) {
    // Success without content is all that was promised; whatever text came with it does not matter.
    if (promised === 'empty') return nothing;
    throw bad('other_type');
  }
  const json = await parseJson(reply.body, slices, fits);
  if (json.ok) {
    if (promised === 'text' && type === '') return asText;
    if (promised !== 'text' && !isObject(json.value)) throw bad('no_object');
    return { body: json.value, weight: json.weight };
  }
  switch (json.why) {
    case 'broken':
      if (promised === 'text') return asText;
      if (promised === 'empty') return nothing;
      throw bad('broken_json');
    case 'too_deep':
      throw bad('too_deep');
    case 'no_memory':
      throw new ApiFailure({ code: 'memory_full' });
    case 'too_wide':
    case 'too_heavy':
      throw tooMuch(endpoint, reply);
  }
};

/** Text that would become a great many objects or fields; a list is asked again in smaller pages, as if it were too long. */
const tooMuch = (endpoint: Endpoint, reply: WireReply): ApiFailure =>
  new ApiFailure({
    code: 'bad_reply',
    trouble: { kind: 'too_large' },
    reason: 'the reply holds more things than can be kept',
    status: reply.status,
    requestId: requestIdOf(reply),
    mayHaveHappened: endpoint.method !== 'GET',
  });
