// The formats in which doors refuse: each reader gets the one it can read.
import type { Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';

/** Puts a refusal into a door's format. */
export type Speech = (refusal: Refusal) => Reply;

/** The JSON text of a JSON-RPC error. */
export const errorText = ({
  code,
  message,
  id,
}: Pick<Refusal, 'code' | 'message' | 'id'>): string =>
  JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id });

const spoken =
  (type: string, write: (refusal: Refusal) => string): Speech =>
  (refusal) =>
    new Reply(refusal.status, { 'content-type': type, ...refusal.headers }, write(refusal));

/** For MCP clients. */
export const jsonRpc: Speech = spoken('application/json', errorText);

/** For programs that call an interface of ours. */
export const json: Speech = spoken('application/json', ({ status, message }) =>
  JSON.stringify({ error: { status, message } }),
);

/** For probes and scrapers, whose readers are people with a terminal. */
export const plain: Speech = spoken('text/plain; charset=utf-8', ({ message }) => `${message}\n`);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** For people with a browser. */
export const html: Speech = spoken(
  'text/html; charset=utf-8',
  ({ status, message }) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><p>${message.replaceAll(/[&<>]/g, (character) => escapes[character] ?? '')}</p></html>\n`,
);
