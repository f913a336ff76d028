// A stream begins at once and ends at once: no client waits for a status line, and no closed socket keeps a stream.
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeExchange } from '../../src/http/node/node-exchange.ts';
import { Reply } from '../../src/http/reply.ts';
import { createManualClock } from '../manual-clock.ts';
import { deferred } from './deferred.ts';
import { messageText } from './event-text.ts';
import { openServer, post, send } from './open-server.ts';

const both = 'application/json, text/event-stream';
const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: { elicitation: {} },
    clientInfo: { name: 'test', version: '1' },
  },
};
const hold = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name: 'hold' } };

interface Begun {
  readonly reply: IncomingMessage;
  /** Everything that comes until the end. */
  readonly text: Promise<string>;
  drop(): void;
}

/** Resolves with the first line and headers of the reply, whatever comes after them. */
const begin = (
  port: number,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Begun> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const outgoing = request(
      { host: '127.0.0.1', port, path: '/mcp', method, headers, agent: false },
      (reply) => {
        const text = (async () => {
          let all = '';
          for await (const chunk of reply.setEncoding('utf8')) all += chunk;
          return all;
        })();
        text.catch(() => {});
        resolve({ reply, text, drop: () => outgoing.destroy() });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });

const sessionIn = async (port: number): Promise<Readonly<Record<string, string>>> => {
  const { headers } = await post(port, initialize);
  return { accept: 'text/event-stream', 'mcp-session-id': String(headers['mcp-session-id']) };
};

describe('the stream on which a session listens', () => {
  it('has its status line and headers at once', async () => {
    const { port } = await openServer();
    const { reply, drop } = await begin(port, await sessionIn(port));
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/event-stream');
    drop();
  }, 5_000);

  it('can be opened anew as often as its socket breaks', async () => {
    const { port } = await openServer();
    const session = await sessionIn(port);
    for (let attempt = 0; attempt < 20; attempt++) {
      const { reply, drop } = await begin(port, session);
      expect(reply.statusCode).toBe(200);
      drop();
    }
  }, 5_000);

  it('is the newest one: one that broke without anybody noticing is closed', async () => {
    const { port } = await openServer();
    const session = await sessionIn(port);
    const lost = await begin(port, session);
    const found = await begin(port, session);
    expect(found.reply.statusCode).toBe(200);
    expect(await lost.text).toBe('');
    found.drop();
  }, 5_000);

  it('does not keep its session in use once its socket is closed', async () => {
    const clock = createManualClock();
    const { port } = await openServer({ clock });
    const { drop } = await begin(port, await sessionIn(port));
    const sessionsLater = async (): Promise<string | undefined> => {
      await clock.advance(1_900_000);
      await post(port, { jsonrpc: '2.0', id: 1, method: 'ping' });
      const { text } = await send({ port, path: '/metrics' });
      return /^do_mcp_sessions (\d+)$/m.exec(text)?.[1];
    };
    expect(await sessionsLater()).toBe('1');
    drop();
    await expect.poll(sessionsLater).toBe('0');
  });
});

describe('a stream whose reader goes away', () => {
  it('is cancelled at once, although nobody had anything to say', async () => {
    const cancelled = deferred();
    const silent = new ReadableStream<Uint8Array>({ cancel: cancelled.resolve });
    const peer = { address: '127.0.0.1', loopback: true, near: true };
    const server = createServer(
      (incoming, outgoing) =>
        void createNodeExchange('id', incoming, outgoing, peer, {}).send(
          new Reply(200, { 'content-type': 'text/event-stream' }, silent),
        ),
    );
    onTestFinished(() => void server.close());
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
    const { drop } = await begin(port, {});
    drop();
    await cancelled.promise;
  }, 5_000);
});

describe('the answer to a call that takes long', () => {
  const headers = { 'content-type': 'application/json', accept: both };

  it('begins at once where the protocol streams it anyway', async () => {
    const { port, held, holding } = await openServer();
    const coming = begin(port, headers, hold);
    await holding(1);
    const { reply, text } = await coming;
    expect(reply.headers['content-type']).toBe('text/event-stream');
    held[0]?.letGo();
    expect(await text).toContain('let go');
  }, 5_000);

  it.each([
    ['as a stream', 'text/event-stream', both],
    ['as JSON that begins with blanks', 'application/json', 'application/json'],
  ])('begins within a second %s', async (_, type, accept) => {
    const clock = createManualClock();
    const { port, held, holding } = await openServer({ clock });
    const coming = begin(port, { ...headers, accept }, hold);
    await holding(1);
    await clock.advance(750);
    const { reply, text } = await coming;
    expect(reply.headers['content-type']).toBe(type);
    await clock.advance(20_000);
    held[0]?.letGo();
    const all = await text;
    if (type === 'application/json') {
      expect(all.startsWith('\n\n\n')).toBe(true);
      expect(JSON.parse(all)).toMatchObject({ id: 7, result: { content: [{ text: 'let go' }] } });
    } else expect(all).toContain('let go');
  });

  it('is given up as soon as its socket closes', async () => {
    const { port, held, holding } = await openServer();
    const coming = begin(port, headers, hold);
    await holding(1);
    const { drop } = await coming;
    const [call] = held;
    drop();
    await expect.poll(() => call?.signal.aborted).toBe(true);
  }, 5_000);

  it('tells in its own format that the server stops', async () => {
    for (const accept of [both, 'application/json']) {
      const clock = createManualClock();
      const { port, holding, server } = await openServer({ clock });
      const coming = begin(port, { ...headers, accept }, hold);
      await holding(1);
      await clock.advance(750);
      const { text } = await coming;
      const drained = server.drain();
      await clock.advance(2_000);
      const json = messageText(await text);
      expect(JSON.parse(json)).toMatchObject({ id: 7, error: { code: -32_000 } });
      await drained;
    }
  });
});
