// Reads an error reply: whether DigitalOcean's API spoke or something before it, and what was said, in whatever shape.
import { shortened } from '../../../tools/cut-text.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { WireReply } from '../wire/transport.ts';
import { reasonsIn } from './reasons.ts';

/** What an error reply tells. */
export interface ErrorBody {
  /**
   * Who answered: `api` is DigitalOcean's API, which speaks JSON (or says nothing); `edge` is a gateway or proxy before
   * it, whose status proves nothing about the token or the resource.
   */
  readonly speaker: 'api' | 'edge';
  readonly id?: string;
  readonly message?: string;
  readonly requestId?: string;
}

const longestId = 100;
const longestMessage = 2_000;

const text = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? shortened(value.trim(), longest) : undefined;

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

// The message of a body that was cut off at its bound.
const cutMessage = /"message"\s*:\s*"((?:[^"\\]|\\.){1,600})/;

const fromJson = (body: string): ErrorBody => {
  const json = parse(body);
  if (json === undefined) {
    const message = text(cutMessage.exec(body.slice(0, 65_536))?.[1], longestMessage);
    return { speaker: 'api', ...(message !== undefined && { message }) };
  }
  const outer = isObject(json) ? json : {};
  const inner = isObject(outer['error']) ? outer['error'] : outer;
  const id = [inner['id'], inner['code'], inner['type'], inner['error']]
    .map((one) => text(one, longestId))
    .find((one) => one !== undefined);
  const message = text(reasonsIn(json).join('; '), longestMessage);
  const requestId = text(outer['request_id'], longestId) ?? text(inner['request_id'], longestId);
  return {
    speaker: 'api',
    ...(id !== undefined && { id }),
    ...(message !== undefined && { message }),
    ...(requestId !== undefined && { requestId }),
  };
};

const fromText = (body: string): ErrorBody => {
  // A page is for people at a browser; a bare sentence may help.
  if (body.startsWith('<')) return { speaker: 'edge' };
  const message = text(body.split('\n', 1)[0], longestMessage);
  return { speaker: 'edge', ...(message !== undefined && { message }) };
};

/**
 * What an error reply tells: its id, message and request id. Shapes: `{id, message, request_id}` nearly everywhere,
 * `{error, messages, root_causes}` for tags, `{code, message}` for NFS access points, `{type, error: {…}}` for
 * inference, `{error, error_description}` for OAuth, and lists or objects of reasons at services behind gateways.
 */
export const readErrorBody = ({
  headers,
  body,
}: Pick<WireReply, 'headers' | 'body'>): ErrorBody => {
  const start = body.trimStart().slice(0, 1);
  const isHtml = /^\s*text\/html/i.test(headers['content-type'] ?? '');
  if (start === '') return { speaker: isHtml ? 'edge' : 'api' };
  return !isHtml && (start === '{' || start === '[' || start === '"')
    ? fromJson(body)
    : fromText(body.trimStart());
};
