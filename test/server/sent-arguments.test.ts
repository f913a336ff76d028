// Arguments as clients really send them reach the tool's own check, and no dump of a validator goes out.
import { createMcpHandler, InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { createProgram, type Program } from '../../src/program.ts';
import { buildMcpServer } from '../../src/server/mcp-server.ts';
import { box } from '../agent.ts';

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

const build = () => {
  const { given } = parseCommandLine(['--sandbox', '--log-level', 'silent']);
  const program = createProgram(readSettings(valuesOf(given, {}), {}, box.names), box, {
    environment: {},
  });
  programs.push(program);
  const caller = program.localCaller();
  return () => buildMcpServer({ ...program.serverParts, listChanged: false }, caller);
};

type Send = (method: string, params: unknown) => Promise<Record<string, unknown>>;

/** A wire of the old generation over a connection that lasts. */
const overStdio = async (): Promise<Send> => {
  const [client, server] = InMemoryTransport.createLinkedPair();
  serveStdio(build(), { transport: server });
  const waiting = new Map<unknown, (message: Record<string, unknown>) => void>();
  client.onmessage = (message) => waiting.get((message as { id?: unknown }).id)?.(message as never);
  await client.start();
  let id = 0;
  const send: Send = (method, params) =>
    new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      void client.send({ jsonrpc: '2.0', id, method, params } as never);
    });
  await send('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  return send;
};

const prefix = 'io.modelcontextprotocol/';

/** The new generation over HTTP. */
const overHttp = async (): Promise<Send> => {
  const handler = createMcpHandler(build(), { responseMode: 'json' });
  return async (method, params) => {
    const meta = {
      [`${prefix}protocolVersion`]: '2026-07-28',
      [`${prefix}clientCapabilities`]: {},
      [`${prefix}clientInfo`]: { name: 'test', version: '1' },
    };
    const sent = { ...(params as object), _meta: meta };
    const { name } = sent as { name?: unknown };
    const response = await handler.fetch(
      new Request('http://127.0.0.1/mcp', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': method,
          ...(typeof name === 'string' && { 'mcp-name': name }),
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: sent }),
      }),
    );
    return (await response.json()) as Record<string, unknown>;
  };
};

const dump = /invalid_type|Invalid input|"expected"|\bzod\b|"path"/i;

describe.each([
  ['the old generation on a connection', overStdio],
  ['the new one over HTTP', overHttp],
])('a call by %s', (_, connect) => {
  it.each([[null], [''], ['{}'], [undefined], [{}], ['{"max_items": 1}'], [{ max_items: '1' }]])(
    'with the arguments %j is carried out',
    async (given) => {
      const send = await connect();
      const reply = await send('tools/call', { name: 'regions_list', arguments: given });
      expect(JSON.stringify(reply)).toContain('nyc1');
      expect(reply).not.toHaveProperty('result.isError');
    },
  );

  it.each([[[1]], [5], [true], ['droplets'], ['[1]'], ['{"max_items": 1']])(
    'with the arguments %j is refused in words, in the shape of every error',
    async (given) => {
      const send = await connect();
      const reply = await send('tools/call', { name: 'regions_list', arguments: given });
      expect(reply).toMatchObject({ result: { isError: true } });
      expect(JSON.stringify(reply)).toContain('the arguments must be an object');
      expect(JSON.stringify(reply)).not.toMatch(dump);
    },
  );

  it.each<[string, unknown]>([
    ['tools/call', { name: 5 }],
    ['tools/call', {}],
    ['tools/list', { cursor: 5 }],
    ['ping', { cursor: [] }],
  ])('of %s with the params %j never brings a dump back', async (method, params) => {
    const send = await connect();
    const reply = await send(method, params);
    expect(JSON.stringify(reply)).not.toMatch(dump);
  });
});
