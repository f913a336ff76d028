// Lets web pages of named origins read the replies; without a named origin there is no CORS header at all.
import type { RequestHeaders } from '../exchange.ts';
import { Reply } from '../reply.ts';

const requestHeaders =
  'authorization, content-type, accept, last-event-id, mcp-session-id, mcp-protocol-version, mcp-method, mcp-name, do-mcp-only';
const readableHeaders =
  'mcp-session-id, mcp-protocol-version, x-request-id, retry-after, www-authenticate';

/** CORS for the named origins. */
export interface Cors {
  /** The reply to a preflight, or undefined when this request is none or its origin is not named. */
  preflight(method: string, request: RequestHeaders): Reply | undefined;
  /** Headers that a reply to this request carries. */
  headersFor(request: RequestHeaders): Readonly<Record<string, string>>;
}

/** @param origins full origins; none: nothing is ever answered or added. */
export const createCors = (origins: readonly string[]): Cors => {
  const allowed = new Set(origins);
  const none = {};
  const headersFor = (request: RequestHeaders): Readonly<Record<string, string>> => {
    if (allowed.size === 0) return none;
    const origin = request.header('origin');
    // The reply differs by origin, so a cache between must know, also when the origin is not named.
    if (origin === null || !allowed.has(origin)) return { vary: 'Origin' };
    return {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': readableHeaders,
      vary: 'Origin',
    };
  };
  return {
    headersFor,
    preflight: (method, request) => {
      const origin = request.header('origin');
      if (method !== 'OPTIONS' || origin === null || !allowed.has(origin)) return undefined;
      return new Reply(204, {
        'access-control-allow-methods': 'POST, GET, DELETE',
        'access-control-allow-headers': requestHeaders,
        'access-control-max-age': '600',
      });
    },
  };
};
