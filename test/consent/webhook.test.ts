// --approval-webhook: who is told of a question, how the receiver knows that it was us, and that no call waits for it.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../src/client/wire/transport.ts';
import type { Entry } from '../../src/consent/question.ts';
import { createWebhook } from '../../src/consent/webhook/webhook.ts';
import { createLog } from '../../src/log.ts';
import { runProgram } from '../commands/run-program.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { createManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { askedAgent, idOf, outcomeOf, questionIn } from './asked.ts';
import { openReceiver, type Receiver, status } from './receiver.ts';

const serve = async ({ url }: Receiver, stateFolder = newStateFolder()) => {
  const agent = await askedAgent({ argv: ['--approval-webhook', url], stateFolder });
  const given = { droplet_id: await idOf(agent, 'staging-01') };
  const destroy = () => agent.call('droplets_destroy', given);
  return { ...agent, stateFolder, destroy };
};

const timeOf = (receiver: Receiver, place: number): number =>
  Number(receiver.received[place]?.headers['webhook-timestamp']);

describe('the approval webhook', () => {
  it('is told what waits, and where it can be answered, once for each question', async () => {
    const receiver = await openReceiver();
    const agent = await serve(receiver);
    const pending = await agent.destroy();
    const id = questionIn(pending);
    await expect.poll(() => receiver.received.length).toBe(1);
    const [message] = receiver.received;
    expect(message).toMatchObject({ method: 'POST', path: '/hook?room=secret-room' });
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'approval.waiting',
      id,
      tool: 'droplets_destroy',
      agent: 'test-agent',
      effect: 'destroy',
      text: expect.stringContaining('Destroys the Droplet staging-01'),
      typed: 'staging-01',
      opened: '2026-01-01T00:00:00.000Z',
      closes: '2026-01-01T01:00:00.000Z',
      where: expect.stringContaining(`do-mcp approvals approve ${id}`),
    });
    expect(message?.headers).not.toHaveProperty('authorization');
    await agent.destroy();
    await agent.clock.advance(60_000);
    expect(receiver.received).toHaveLength(1);
  });

  it('is signed with the key that do-mcp operator webhook-key prints', async () => {
    const receiver = await openReceiver();
    const { destroy, stateFolder } = await serve(receiver);
    const id = questionIn(await destroy());
    await expect.poll(() => receiver.received.length).toBe(1);
    const { printed } = await runProgram(['operator', 'webhook-key', '--state-dir', stateFolder]);
    expect(printed).toMatch(/^whsec_[A-Za-z0-9+/]{43}=\n$/);
    const key = Buffer.from(printed.trim().slice('whsec_'.length), 'base64');
    const [message] = receiver.received;
    if (!message) throw new Error('nothing arrived');
    const { headers, body } = message;
    expect(headers['webhook-id']).toBe(id);
    expect(timeOf(receiver, 0)).toBe(Date.UTC(2026, 0, 1) / 1_000);
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const seal = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${seal}`);
  });

  it('is told again when it fails, with the same id and a new time, and then no more', async () => {
    const receiver = await openReceiver([status(500), status(429), status(503), status(200)]);
    const { destroy, clock } = await serve(receiver);
    await destroy();
    for (const [tries, pause] of [1_000, 5_000, 25_000].entries()) {
      await expect.poll(() => receiver.received.length).toBe(tries + 1);
      await expect
        .poll(async () => {
          await clock.advance(pause / 10);
          return receiver.received.length;
        })
        .toBe(tries + 2);
    }
    await clock.advance(600_000);
    expect(receiver.received).toHaveLength(4);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(timeOf(receiver, 3) - timeOf(receiver, 0)).toBeGreaterThanOrEqual(31);
  });

  it.each([
    ['sends elsewhere', status(302, { location: '/other' })],
    ['does not want it', status(404)],
    ['says no', status(401)],
  ])('is left alone where it %s', async (_what, answer) => {
    const receiver = await openReceiver([answer]);
    const { destroy, clock } = await serve(receiver);
    expect(outcomeOf(await destroy())).toBe('approval_pending');
    await expect.poll(() => receiver.received.length).toBe(1);
    for (let round = 0; round < 10; round++) await clock.advance(10_000);
    expect(receiver.received).toHaveLength(1);
  });

  it('keeps no call waiting, however long it takes, and is given up after five seconds', async () => {
    const receiver = await openReceiver([() => {}, status(200)]);
    const { destroy, clock } = await serve(receiver);
    expect(outcomeOf(await destroy())).toBe('approval_pending');
    await expect.poll(() => receiver.received.length).toBe(1);
    await clock.advance(4_999);
    expect(receiver.received).toHaveLength(1);
    await clock.advance(1);
    await clock.advance(1_000);
    await expect.poll(() => receiver.received.length).toBe(2);
  });

  it('is refused at the start where nothing can keep its key', async () => {
    const values = { approvalWebhook: 'https://example.com/hook', stateDir: '/dev/null/state' };
    await expect(serveSimulated(values)).rejects.toThrow(/DO_MCP_STATE_KEY/);
    const server = await serveSimulated({ ...values, stateKey: 'k'.repeat(40) });
    expect(server.port).toBeGreaterThan(0);
    expect(
      (await runProgram(['operator', 'webhook-key', '--state-dir', '/dev/null/state'])).code,
    ).toBe(2);
  });
});

describe('a webhook that hangs', () => {
  const entry = (id: string): Entry => ({
    question: {
      id,
      principal: 'local',
      agent: 'test',
      tool: 'droplets_destroy',
      digest: 'x',
      effect: 'destroy',
      text: 'Destroys a Droplet.',
      typed: null,
      doors: ['client'],
      harm: null,
      price: null,
      opened: 0,
      closes: 1,
    },
    answer: null,
    isSpent: false,
  });

  const open = () => {
    const sent: WireRequest[] = [];
    const lines: string[] = [];
    const clock = createManualClock();
    const webhook = createWebhook({
      url: new URL('https://hooks.example/T0/secret-path'),
      key: Buffer.alloc(32),
      transport: {
        exchange: (request) => {
          sent.push(request);
          return new Promise((_resolve, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason));
          });
        },
        close: async () => {},
      },
      clock,
      log: createLog('trace', (line) => void lines.push(line)),
    });
    return { sent, lines, clock, webhook };
  };

  it('holds only so many messages, and the log names neither its address nor what was asked', async () => {
    const { sent, lines, clock, webhook } = open();
    for (let count = 0; count < 100; count++) webhook.tell(entry(`q${count}`), 'here');
    expect(sent).toHaveLength(64);
    for (let round = 0; round < 12; round++) await clock.advance(5_000);
    expect(sent).toHaveLength(64 * 4);
    const log = lines.join('\n');
    expect(log).toContain('it did not answer in time');
    expect(log.match(/too slow/g)).toHaveLength(36);
    expect(log).not.toMatch(/secret-path|hooks\.example|Destroys/);
    webhook.tell(entry('again'), 'here');
    expect(sent).toHaveLength(64 * 4 + 1);
  });

  it('does not keep the program from ending', async () => {
    const { sent, clock, webhook } = open();
    webhook.tell(entry('q'), 'here');
    const closed = webhook.close();
    await clock.advance(1_500);
    await closed;
    webhook.tell(entry('late'), 'here');
    expect(sent).toHaveLength(1);
  });
});
