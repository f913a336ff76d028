// Turns Node's request and response into an exchange and back. The SDK's own bridge would read the body before
// anyone has been authenticated, and parse it twice.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Peer } from '../border/peer.ts';
import { BodyRefused, type Exchange } from '../exchange.ts';
import { eventOf } from '../mcp/event-frames.ts';
import type { Reply } from '../reply.ts';
import { targetOf } from './target.ts';

const tooLarge = (limit: number): BodyRefused =>
  new BodyRefused(413, `The body is longer than the ${limit} bytes that this server takes.`);

/** The text of a body that came in pieces. */
const textOf = (chunks: readonly Buffer[], length: number): string => {
  const [only] = chunks;
  const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks, length);
  const text = bytes.toString('utf8');
  // JSON is UTF-8 (RFC 8259 8.1); a replaced byte would change what is asked for.
  if (text.includes('\uFFFD') && !Buffer.from(text, 'utf8').equals(bytes))
    throw new BodyRefused(400, 'The body is not UTF-8.');
  return text;
};

const readBody = (incoming: IncomingMessage, limit: number): Promise<string> =>
  new Promise((resolve, reject) => {
    if (Number(incoming.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge(limit));
      return;
    }
    if (incoming.destroyed) {
      reject(new BodyRefused(400, 'The body came to no end.'));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      // Paused, not destroyed: the refusal still has to go out over the same socket.
      incoming.removeAllListeners('data');
      incoming.pause();
      reject(tooLarge(limit));
    });
    incoming.once('end', () => {
      try {
        resolve(textOf(chunks, length));
      } catch (error) {
        reject(error);
      }
    });
    incoming.once('error', reject);
    incoming.once('close', () => {
      if (!incoming.readableEnded) reject(new BodyRefused(400, 'The body came to no end.'));
    });
  });

const webHeaders = (incoming: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const name in incoming.headers) {
    const value = incoming.headers[name];
    if (value === undefined || name.startsWith(':')) continue;
    if (typeof value === 'string') headers.set(name, value);
    else for (const one of value) headers.append(name, one);
  }
  return headers;
};

const headerOf = (incoming: IncomingMessage, name: string): string | null => {
  const value = incoming.headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
};

/** An exchange over a Node connection, and the way to send its reply. */
export interface NodeExchange extends Exchange {
  /** Writes the reply, as fast as the client takes it. Never throws. */
  send(reply: Reply): Promise<void>;
}

/**
 * An exchange over a Node connection.
 * @param base headers of every reply.
 * @param whenGone when the work of a client that went away is ended; default: at once.
 */
export const createNodeExchange = (
  id: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  peer: Peer,
  base: Readonly<Record<string, string>>,
  whenGone: (then: () => void) => void = (then) => then(),
): NodeExchange => {
  const target = targetOf(incoming.url);
  let gone: AbortController | undefined;
  let isGone = false;
  let interrupted = false;
  const enders: (() => void)[] = [];
  outgoing.once('close', () => {
    isGone = !outgoing.writableFinished;
    if (isGone && gone) whenGone(() => gone?.abort());
    for (const end of enders.splice(0)) end();
  });

  const signal = (): AbortSignal => {
    if (!gone) {
      gone = new AbortController();
      if (isGone) gone.abort();
    }
    return gone.signal;
  };

  const waitForRoom = (): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        outgoing.off('drain', go);
        outgoing.off('close', go);
        resolve();
      };
      outgoing.on('drain', go);
      outgoing.on('close', go);
    });

  const stream = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const reader = body.getReader();
    // A stream that says nothing for a while must not look like no answer at all.
    const silence = setImmediate(() => outgoing.flushHeaders());
    const leave = (): void => void reader.cancel().catch(() => {});
    // Whoever writes the stream learns at once that nobody reads it any more.
    outgoing.once('close', leave);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        clearImmediate(silence);
        if (done || interrupted || outgoing.destroyed) break;
        if (!outgoing.write(value)) await waitForRoom();
      }
    } finally {
      clearImmediate(silence);
      outgoing.off('close', leave);
      leave();
    }
  };

  const headersFor = (reply: Reply): Record<string, string> => {
    const headers: Record<string, string> = { ...base, 'x-request-id': id };
    Object.assign(headers, reply.headers);
    // A body that was never read would be taken for the next request.
    if (!incoming.complete) headers['connection'] = 'close';
    return headers;
  };

  return {
    id,
    method: incoming.method ?? 'GET',
    path: target.path,
    query: target.query,
    targetHost: target.host,
    peer,
    header: (name) => headerOf(incoming, name),
    get localHost() {
      const { localAddress = '', localPort } = incoming.socket;
      return `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
    },
    get signal() {
      return signal();
    },
    requestAccepting: (accept) => {
      const headers = webHeaders(incoming);
      headers.set('accept', accept);
      const { method = 'GET' } = incoming;
      return new Request(`http://localhost${target.path}`, { method, headers, signal: signal() });
    },
    readBody: (limit) => readBody(incoming, limit),
    onEnd: (listener) => {
      if (outgoing.closed) listener();
      else enders.push(listener);
    },
    interrupt: (json) => {
      if (interrupted || outgoing.writableEnded) return;
      interrupted = true;
      const isStream = String(outgoing.getHeader('content-type')).startsWith('text/event-stream');
      if (outgoing.headersSent) outgoing.end(isStream ? eventOf(json) : json);
      else {
        outgoing.writeHead(503, {
          ...base,
          'x-request-id': id,
          'content-type': 'application/json',
          connection: 'close',
        });
        outgoing.end(json);
      }
    },
    send: async (reply) => {
      const { body, status } = reply;
      if (interrupted || outgoing.destroyed) {
        if (typeof body !== 'string') void body.cancel().catch(() => {});
        return;
      }
      try {
        const headers = headersFor(reply);
        if (typeof body === 'string') {
          if (status !== 204 && status !== 202)
            headers['content-length'] = String(Buffer.byteLength(body));
          outgoing.writeHead(status, headers);
          outgoing.end(body);
          return;
        }
        outgoing.writeHead(status, headers);
        await stream(body);
        if (!interrupted) outgoing.end();
      } catch {
        // The stream broke after the reply had begun: an unfinished reply is all that can still be told.
        outgoing.destroy();
      }
    },
  };
};
