// The questions of a server elsewhere, through its doors, with an operator's key.
import * as z from 'zod';
import { proxyFrom } from '../../client/wire/proxies.ts';
import { type Transport, WireFailure, type WireReply } from '../../client/wire/transport.ts';
import { createUndiciTransport } from '../../client/wire/undici-transport.ts';
import type { Environment } from '../../configuration/command-line.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { ShownApproval } from '../../consent/approval.ts';
import { version } from '../../version.ts';
import type { Questions } from './questions.ts';

const answerShape = z.looseObject({
  approves: z.boolean(),
  door: z.enum(['client', 'terminal', 'console']),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  until: z.string(),
});

/** What is shown of a question here; the rest is passed on as it came. */
const approvalShape = z.looseObject({
  id: z.string(),
  standing: z.enum(['open', 'approved', 'denied', 'spent', 'over']),
  agent: z.string(),
  tool: z.string(),
  text: z.string(),
  // It is shown as the prompt, and has to be what a keyboard has.
  typed: z
    .string()
    .regex(/^[ -~]{1,100}$/)
    .nullable(),
  opened: z.iso.datetime(),
  closes: z.iso.datetime(),
  answer: answerShape.nullable(),
});

const listShape = z.object({ approvals: z.array(approvalShape) });

const errorShape = z.object({ error: z.object({ message: z.string() }) });

/** The longest that is waited for a reply, in milliseconds. */
const patience = 15_000;

/** The most that is read of a reply, in bytes. */
const mostBytes = 8 * 1024 * 1024;

/** What the questions are reached with. */
export interface ServedOptions {
  /** The server: its origin, or the address at which it serves MCP. */
  readonly url: URL;
  readonly key: string;
  readonly environment: Environment;
}

/** The place under which the doors lie. */
const baseOf = (url: URL): URL => {
  const base = new URL(url);
  base.search = '';
  base.hash = '';
  base.pathname = `${url.pathname.replace(/\/(mcp\/?)?$/, '')}/`;
  return base;
};

const jsonOf = ({ body }: WireReply): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** What the server itself says about a refusal; undefined when it is no server of this kind. */
const wordsOf = (reply: WireReply): string | undefined => {
  const read = errorShape.safeParse(jsonOf(reply));
  return read.success ? read.data.error.message : undefined;
};

/** Opens the way. */
export const servedQuestions = (
  { url, key, environment }: ServedOptions,
  transport: Transport = createUndiciTransport({
    connections: 1,
    headersMs: patience,
    mostBytes,
    proxy: proxyFrom(environment),
  }),
): Questions => {
  const base = baseOf(url);
  const stranger = new UsageError(
    `What answers at ${base.origin} is no server of this program, or an older one. --url is the address of do-mcp http, for example https://mcp.example.com.`,
  );

  const ask = async (path: string, body?: unknown): Promise<WireReply> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    try {
      return await transport.exchange({
        method: text === undefined ? 'GET' : 'POST',
        url: new URL(path, base),
        headers: {
          host: base.host,
          authorization: `Bearer ${key}`,
          accept: 'application/json',
          'user-agent': `digitalocean-scoped-mcp/${version}`,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          }),
        },
        ...(text !== undefined && { body: text }),
        fresh: false,
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      if (!(error instanceof WireFailure)) throw error;
      const unsure =
        text !== undefined && error.outcome === 'unknown'
          ? ' Whether the answer arrived is not known: do-mcp approvals show tells.'
          : '';
      throw new UsageError(`${base.origin} cannot be reached: ${error.message}.${unsure}`);
    }
  };

  /** @throws {UsageError} for what is no answer to be gone on with. */
  const refuse = (reply: WireReply): never => {
    const words = wordsOf(reply);
    if (words === undefined) throw stranger;
    throw new UsageError(`${base.origin} refuses: ${words}`);
  };

  const approvalIn = (reply: WireReply): ShownApproval => {
    const read = approvalShape.safeParse(jsonOf(reply));
    if (!read.success) throw stranger;
    return read.data;
  };

  return {
    all: async () => {
      const reply = await ask('approvals');
      if (reply.status !== 200) return refuse(reply);
      const read = listShape.safeParse(jsonOf(reply));
      if (!read.success) throw stranger;
      return read.data.approvals;
    },
    find: async (id) => {
      const reply = await ask(`approvals/${encodeURIComponent(id)}`);
      if (reply.status === 404 && wordsOf(reply) !== undefined) return undefined;
      return reply.status === 200 ? approvalIn(reply) : refuse(reply);
    },
    answer: async (id, { approves, typed, reason }) => {
      const reply = await ask(
        `approvals/${encodeURIComponent(id)}/${approves ? 'approve' : 'deny'}`,
        {
          door: 'terminal',
          ...(typed !== null && { typed }),
          ...(reason !== null && { reason }),
        },
      );
      if (reply.status === 200) return { how: 'answered', approval: approvalIn(reply) };
      const why = wordsOf(reply);
      if (why === undefined) throw stranger;
      return reply.status === 401 || reply.status === 429 ? refuse(reply) : { how: 'refused', why };
    },
    close: () => transport.close(),
  };
};
