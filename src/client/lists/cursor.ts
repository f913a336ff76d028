// The sealed `after`: where a list goes on, bound to the very list it came from.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { ApiCall } from '../client.ts';
import { ApiFailure } from '../failures.ts';

/** A place in a list. */
export interface Place {
  /** The query of the page to read, as a URL writes it, without the question mark. */
  readonly page: string;
  /** Items of that page that were already given. */
  readonly skip: number;
  /** Identity of the last item given; items may have moved between pages since. */
  readonly last: string | null;
}

const sealBytes = 16;

/** Seals the cursors of one identity. */
export interface CursorSeals {
  /** What cursors are sealed with now. */
  newest(): Uint8Array;
  /** What cursors may have been sealed with, newest first. */
  all(): readonly Uint8Array[];
}

/** The key that a token gives: the same after a restart and on every replica, useless for anything else. */
const keyFrom = (token: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', token, 'digitalocean-scoped-mcp', 'list cursor', 32));

/** Keys from the tokens of an identity, the one in force first; cursors from before a renewal stay good. */
export const createCursorSeals = (tokens: () => readonly string[]): CursorSeals => {
  let made = new Map<string, Uint8Array>();
  const all = (): readonly Uint8Array[] => {
    made = new Map(tokens().map((token) => [token, made.get(token) ?? keyFrom(token)]));
    return [...made.values()];
  };
  return {
    all,
    newest: () => {
      const [newest] = all();
      if (newest === undefined) throw new TypeError('an identity always has a token');
      return newest;
    },
  };
};

/** What a cursor is bound to: the endpoint, and everything the caller asked of it. */
const bindingOf = ({ endpoint, request }: ApiCall): string =>
  JSON.stringify([
    endpoint.id,
    request.path,
    request.query.map((pair) => pair.join('=')).toSorted(),
  ]);

const seal = (key: Uint8Array, content: string, call: ApiCall): Buffer =>
  createHmac('sha256', key)
    .update(content)
    .update('\n')
    .update(bindingOf(call))
    .digest()
    .subarray(0, sealBytes);

/** Writes a place as a cursor for this call. */
export const writeCursor = (place: Place, call: ApiCall, seals: CursorSeals): string => {
  const content = JSON.stringify([place.page, place.skip, place.last]);
  return Buffer.concat([seal(seals.newest(), content, call), Buffer.from(content)]).toString(
    'base64url',
  );
};

const refused = (): ApiFailure => new ApiFailure({ code: 'bad_cursor' });

/**
 * Reads a cursor that this call's list gave earlier.
 * @throws {ApiFailure} `bad_cursor` when it was altered or made for another tool, other filters or another token.
 */
export const readCursor = (cursor: string, call: ApiCall, seals: CursorSeals): Place => {
  if (cursor.length > 4096 || !/^[A-Za-z0-9_-]+$/.test(cursor)) throw refused();
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= sealBytes || bytes.toString('base64url') !== cursor) throw refused();
  const content = bytes.subarray(sealBytes).toString();
  const given = bytes.subarray(0, sealBytes);
  if (!seals.all().some((key) => timingSafeEqual(given, seal(key, content, call)))) throw refused();
  // Sealed by us, so it has the shape that writeCursor gave it.
  const [page, skip, last] = JSON.parse(content) as [string, number, string | null];
  return { page, skip, last };
};
