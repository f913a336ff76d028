// Clients that send nothing, or never to the end: cut off in time, while others are served.
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { usualConnectionBounds } from '../../src/http/node/node-server.ts';
import { callModern, openServer } from './open-server.ts';
import { raw } from './raw-request.ts';

const lives = async (port: number): Promise<void> => {
  expect((await callModern({ port, tool: 'whoami' })).status).toBe(200);
};

describe('slow clients', () => {
  const connections = {
    ...usualConnectionBounds,
    headersWithin: 150,
    requestWithin: 300,
    checkEvery: 50,
  };

  it.each([
    ['headers that never come to an end', 'GET /mcp HTTP/1.1\r\nhost: localhost\r\n'],
    [
      'a body that never comes',
      `POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{`,
    ],
    ['nothing at all', ''],
  ])('%s: cut off in time, while others are served', async (_, bytes) => {
    const { port } = await openServer({ connections });
    const cut = Promise.all(Array.from({ length: 50 }, () => raw(port, bytes)));
    await lives(port);
    await cut;
    await lives(port);
  });

  it('more connections from one address than it may have are not accepted', async () => {
    const { port } = await openServer({
      connections: { ...connections, headersWithin: 5_000, requestWithin: 5_000, each: 5 },
    });
    const open = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'));
    await Promise.all(
      open.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    );
    await expect(callModern({ port, tool: 'whoami' })).rejects.toThrow();
    for (const socket of open) socket.destroy();
    await expect
      .poll(() =>
        callModern({ port, tool: 'whoami' }).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });
});
