// A long call is never silent for long, a short one is a plain reply.
import { describe, expect, it } from 'vitest';
import { beginWhenSlow } from '../../src/http/mcp/slow-reply.ts';
import { jsonReply, Reply } from '../../src/http/reply.ts';
import { createCoarseTimer } from '../../src/http/sharing/coarse-timer.ts';
import { createManualClock } from '../manual-clock.ts';
import { callModern, openServer } from './open-server.ts';

const slow = () => {
  let arrive = (_: Reply): void => {};
  const coming = new Promise<Reply>((resolve) => {
    arrive = resolve;
  });
  const clock = createManualClock();
  return { coming, arrive, clock, begun: beginWhenSlow(coming, createCoarseTimer(clock, 10), 10) };
};

const textOf = ({ body }: Reply): Promise<string> => new Response(body).text();
const comment = ': still working\n\n';

describe('a reply', () => {
  it('that comes soon goes out as it is', async () => {
    const reply = jsonReply('{"done":true}', 400);
    const timer = createCoarseTimer(createManualClock(), 10);
    expect(await beginWhenSlow(Promise.resolve(reply), timer, 10)).toBe(reply);
  });

  it('that takes long becomes a stream with comments, and ends with the answer', async () => {
    const { begun, clock, arrive } = slow();
    await clock.advance(10);
    const reply = await begun;
    expect(reply.headers['content-type']).toBe('text/event-stream');
    const text = textOf(reply);
    await clock.advance(20);
    arrive(jsonReply('{"done":true}'));
    await clock.advance(1);
    expect(await text).toBe(`${comment.repeat(3)}event: message\ndata: {"done":true}\n\n`);
  });

  it('that turns into a stream of its own late is passed on', async () => {
    const { begun, clock, arrive } = slow();
    await clock.advance(10);
    const text = textOf(await begun);
    const body = new Response('event: message\ndata: 1\n\n').body;
    if (!body) throw new Error('there is no stream');
    arrive(new Reply(200, { 'content-type': 'text/event-stream' }, body));
    await clock.advance(1);
    expect(await text).toBe(`${comment}event: message\ndata: 1\n\n`);
  });

  it('that fails is a failure, early or late', async () => {
    const timer = createCoarseTimer(createManualClock(), 10);
    await expect(beginWhenSlow(Promise.reject(new Error('broken')), timer, 10)).rejects.toThrow(
      'broken',
    );
    const clock = createManualClock();
    const late = clock.sleep(15).then((): Reply => {
      throw new Error('broken');
    });
    const begun = beginWhenSlow(late, createCoarseTimer(clock, 10), 10);
    await clock.advance(10);
    const text = textOf(await begun);
    text.catch(() => {});
    await clock.advance(10);
    await expect(text).rejects.toThrow('broken');
  });

  it('is given up when the client goes away', async () => {
    const { begun, clock, arrive } = slow();
    await clock.advance(10);
    const { body } = await begun;
    if (typeof body === 'string') throw new Error('there is no stream');
    await body.cancel();
    let cancelled = false;
    const late = new ReadableStream<Uint8Array>({
      cancel: () => {
        cancelled = true;
      },
    });
    arrive(new Reply(200, {}, late));
    await clock.advance(1);
    expect(cancelled).toBe(true);
  });
});

describe('over the wire', () => {
  it('a quick call is JSON with its length', async () => {
    const { port } = await openServer();
    const reply = await callModern({ port, tool: 'whoami' });
    expect(reply.headers['content-type']).toBe('application/json');
    expect(Number(reply.headers['content-length'])).toBe(Buffer.byteLength(reply.text));
  });

  it('a long one is a stream that a client can read', async () => {
    const clock = createManualClock();
    const { port, held, holding } = await openServer({ clock });
    const call = callModern({ port, tool: 'hold' });
    await holding(1);
    await clock.advance(20_000);
    held[0]?.letGo();
    const { headers, text } = await call;
    expect(headers['content-type']).toBe('text/event-stream');
    expect(text).toContain(comment);
    expect(text).toContain('let go');
  });

  it('a client that takes no stream gets none', async () => {
    const clock = createManualClock();
    const { port, held, holding } = await openServer({ clock });
    const call = callModern({ port, tool: 'hold', headers: { accept: 'application/json' } });
    await holding(1);
    await clock.advance(20_000);
    held[0]?.letGo();
    expect((await call).headers['content-type']).toBe('application/json');
  });
});
