// Connections are bounded, and a few addresses cannot shut the others out.
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { usualConnectionBounds } from '../../src/http/node/node-server.ts';
import { createManualClock } from '../manual-clock.ts';
import { callModern, openServer, send } from './open-server.ts';

const bounds = (all: number, each: number) => ({
  connections: { ...usualConnectionBounds, all, each },
});

/** Opens idle connections from addresses of this machine, some from each; resolves when all are open. */
const occupy = async (
  port: number,
  addresses: readonly string[],
  each: number,
): Promise<readonly Socket[]> => {
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  for (const localAddress of addresses)
    for (let one = 0; one < each; one++) {
      const socket = connect({ port, host: '127.0.0.1', localAddress });
      socket.on('error', () => {});
      sockets.push(socket);
      await new Promise((resolve) => socket.once('connect', resolve));
    }
  return sockets;
};

const addresses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `127.0.0.${index + 10}`);

describe('idle connections', () => {
  it('from a few addresses that fill the server let everybody else in', async () => {
    const { port } = await openServer(bounds(20, 5));
    const sockets = await occupy(port, addresses(4), 5);
    for (let request = 0; request < 30; request++)
      expect((await send({ port, path: '/healthz' })).status).toBe(200);
    expect((await callModern({ port, tool: 'whoami' })).status).toBe(200);
    expect(sockets.filter(({ closed }) => closed).length).toBeLessThanOrEqual(2);
  });

  it('of an address that has all it may make room for a new one of its own after a second', async () => {
    const clock = createManualClock();
    const { port } = await openServer({ ...bounds(100, 5), clock });
    await occupy(port, ['127.0.0.1'], 5);
    await expect(send({ port, path: '/healthz' })).rejects.toThrow();
    await clock.advance(1_000);
    expect((await send({ port, path: '/healthz' })).status).toBe(200);
  });

  it('are closed for another, and not the ones on which a call runs', async () => {
    const { port, holding, held } = await openServer(bounds(6, 6));
    const calls = [1, 2, 3].map(() => callModern({ port, tool: 'hold' }));
    await holding(3);
    await occupy(port, addresses(3), 1);
    for (let request = 0; request < 5; request++)
      expect((await send({ port, path: '/healthz' })).status).toBe(200);
    for (const call of [...held]) call.letGo();
    expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true);
  });

  it('are counted, and forgotten when they close', async () => {
    const { port } = await openServer(bounds(100, 50));
    const connections = async (): Promise<number> => {
      const { text } = await send({ port, path: '/metrics' });
      return Number(/^do_mcp_connections (\d+)$/m.exec(text)?.[1]);
    };
    const sockets = await occupy(port, addresses(2), 3);
    expect(await connections()).toBe(7);
    for (const socket of sockets) socket.destroy();
    await expect.poll(connections).toBe(1);
  });
});
