// Names a call by what would be sent: the same call has the same name, however its arguments were written.
import { createHmac } from 'node:crypto';
import { isObject } from '../../tools/json-object.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';

/** The same value with its keys in order. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
};

/** @param key keeps what is sent from being guessed by its name: a password may be in it. */
export const digestOf = (key: Buffer, tool: string, request: ApiRequest): string => {
  const { method, path, query, body, headers } = request;
  return createHmac('sha256', key)
    .update(
      JSON.stringify([tool, method, path, query, ordered(body ?? null), ordered(headers ?? {})]),
    )
    .digest('base64url');
};
