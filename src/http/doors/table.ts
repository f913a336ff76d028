// Finds the door of a request and asks, in the order of security, what every door asks: border, method, media type, gate.
import { beginningOf } from '../../../tools/cut-text.ts';
import type { Cors } from '../border/cors.ts';
import type { Exchange } from '../exchange.ts';
import { Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';
import { accepts } from './accept.ts';
import type { DoorAnswer, PathParts, Row } from './door.ts';
import { pathPattern } from './path-pattern.ts';

/** What goes back, and what was refused when something was. */
export interface TableAnswer {
  readonly reply: Reply;
  readonly refusal: Refusal | null;
}

/** Answers every request, whatever its path. */
export type DoorTable = (exchange: Exchange) => Promise<TableAnswer>;

const bare = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;

const noParts: PathParts = {};

const wrongMethod = (row: Row, method: string): Refusal =>
  new Refusal({
    status: 405,
    message: `${row.path} takes ${row.allow}, not ${beginningOf(method, 20)}.`,
    headers: { allow: row.allow },
  });

const nothingThatIsTaken = (offers: readonly string[]): Refusal =>
  new Refusal({
    status: 406,
    message: `The Accept header of this request takes none of what is answered here: ${offers.join(', ')}.`,
  });

/**
 * Puts the doors together.
 * @param rows the doors; each path once.
 * @param nowhere the row of every other path.
 */
export const createDoorTable = (rows: readonly Row[], nowhere: Row, cors: Cors): DoorTable => {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const patterns = rows.flatMap((row) => {
    const match = pathPattern(row.path);
    return match ? [{ row, match }] : [];
  });

  const find = (path: string): { readonly row: Row; readonly parts: PathParts } => {
    const row = byPath.get(path);
    if (row) return { row, parts: noParts };
    for (const { row: one, match } of patterns) {
      const parts = match(path);
      if (parts) return { row: one, parts };
    }
    return { row: nowhere, parts: noParts };
  };

  const visit = async (exchange: Exchange, row: Row, parts: PathParts): Promise<DoorAnswer> => {
    const { method } = exchange;
    const stopped = row.border(exchange);
    if (stopped) return stopped;
    if (row === nowhere) return row.enter(exchange, 'GET', parts);
    const preflight = row.pages && cors.preflight(method, exchange);
    if (preflight) return preflight;
    const offers = row.offers(method);
    if (!offers) return wrongMethod(row, method);
    const accept = exchange.header('accept');
    if (offers.length > 0 && !offers.some((type) => accepts(accept, type)))
      return nothingThatIsTaken(offers);
    return row.enter(exchange, method, parts);
  };

  return async (exchange) => {
    const { row, parts } = find(bare(exchange.path));
    const answer = await visit(exchange, row, parts);
    const refusal = answer instanceof Refusal ? answer : null;
    const { status, headers, body } = answer instanceof Refusal ? row.speech(answer) : answer;
    const allowed = row.pages ? cors.headersFor(exchange) : {};
    return { reply: new Reply(status, { ...row.headers, ...headers, ...allowed }, body), refusal };
  };
};
