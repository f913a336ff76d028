// Replies that refuse a request before any tool is reached, all in one shape: JSON-RPC, because the reader is an MCP client.
import { Reply } from './reply.ts';

/** What a refusal says. */
interface Refusal {
  readonly status: number;
  /** JSON-RPC code; -32000 is the transport's own "refused". */
  readonly code?: number;
  /** What happened, why, and what to do; never a credential. */
  readonly message: string;
  /** The JSON-RPC id of the one request that is refused, when there is one. */
  readonly id?: string | number | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The JSON text of a JSON-RPC error. */
export const errorText = (
  message: string,
  code = -32_000,
  id: string | number | null = null,
): string => JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id });

/** A refusal as a reply. */
export const refuse = ({ status, code, message, id, headers }: Refusal): Reply =>
  new Reply(
    status,
    { 'content-type': 'application/json', ...headers },
    errorText(message, code, id ?? null),
  );

/** The reply to a caller who is asked to come back later. */
export const comeBackLater = (
  status: 429 | 503,
  seconds: number,
  message: string,
  id: string | number | null = null,
): Reply =>
  refuse({
    status,
    message,
    id,
    headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
  });
