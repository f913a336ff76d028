// Reads DigitalOcean's error bodies, which come in several shapes, and says nothing where there is nothing to read.
import { isObject } from '../../../tools/json-object.ts';

/** What an error body tells. */
export interface ErrorBody {
  readonly id?: string;
  readonly message?: string;
  readonly requestId?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const texts = (value: unknown): string | undefined =>
  Array.isArray(value)
    ? text(value.filter((one) => typeof one === 'string').join('; '))
    : undefined;

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/**
 * The id, message and request id in an error body. Shapes: `{id, message, request_id}` nearly everywhere,
 * `{error, messages, root_causes}` for tags, `{code, message}` for NFS access points,
 * `{type, error: {…}}` for inference and `{error, error_description}` for OAuth.
 */
export const readErrorBody = (body: string): ErrorBody => {
  const start = body.trimStart()[0];
  if (start !== '{') return start === undefined || start === '<' ? {} : plainText(body);
  const json = parse(body);
  if (!isObject(json)) return {};
  const inner = isObject(json['error']) ? json['error'] : json;
  const id =
    text(inner['id']) ?? text(inner['code']) ?? text(inner['type']) ?? text(inner['error']);
  const message =
    text(inner['message']) ??
    texts(inner['messages']) ??
    text(inner['error_description']) ??
    texts(inner['root_causes']) ??
    text(inner['error']);
  const requestId = text(json['request_id']);
  return {
    ...(id !== undefined && { id }),
    ...(message !== undefined && { message }),
    ...(requestId !== undefined && { requestId }),
  };
};

// DigitalOcean's edge sometimes answers with a bare sentence.
const plainText = (body: string): ErrorBody => {
  const line = body.trim().split('\n', 1)[0]?.trim() ?? '';
  return line === '' ? {} : { message: line };
};
