// Every tool, called by a real client: its arguments arrive as method, path, query and body, each in one place, none added.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../scope-map/endpoint.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { type Agent, connectAgent, tools } from '../agent.ts';
import {
  createRecordingTransport,
  type RecordingTransport,
  testToken,
} from '../recording-transport.ts';

const bodyFor = (reply: Reply): unknown => {
  switch (reply.kind) {
    case 'list':
      return { [reply.key]: [] };
    case 'object':
      return reply.key === null ? { id: 1 } : { [reply.key]: { id: 1 } };
    case 'text':
      return 'text';
    case 'logs':
      return { [reply.historic]: [] };
    case 'empty':
      return undefined;
  }
};

// What DigitalOcean has given up is served only where it is named.
const deprecated = tools.flatMap(({ name, endpoint }) => (endpoint.deprecated ? [name] : []));

let current: Tool | undefined;
let network: RecordingTransport;
let agent: Agent;

beforeAll(async () => {
  network = createRecordingTransport({
    reply: ({ url }) =>
      url.pathname === '/v2/account' && current?.name !== 'account_get'
        ? { body: { account: {} } }
        : {
            status: current?.endpoint.reply.kind === 'empty' ? 204 : 200,
            body: current && bodyFor(current.endpoint.reply),
          },
  });
  agent = await connectAgent({
    argv: [
      ['--mode', 'tools', '--areas', 'all', '--confirm', 'never', '--allow-secrets'],
      ['--quota', 'off', '--tools', deprecated.join(',')],
    ].flat(),
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
  });
});
afterAll(() => agent.close());

const expectedPath = (tool: Tool, given: Record<string, unknown>): string =>
  tool.endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given[name])),
  );

const pick = (given: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );

/** What a list calls the size of its pages, where it is not the usual name. */
const sizesOf = ({ endpoint: { reply } }: Tool): readonly string[] =>
  reply.kind === 'list' && reply.paging.style === 'numbered' ? [reply.paging.size] : [];

const call = async (tool: Tool, given: Record<string, unknown>) => {
  current = tool;
  network.sent.length = 0;
  const reply = await agent.call(tool.name, given);
  expect(reply.isError, reply.text).toBe(false);
  const own = network.sent.filter(
    ({ url }) => url.pathname !== '/v2/account' || tool.name === 'account_get',
  );
  expect(own.length).toBeGreaterThan(0);
  return own[0];
};

describe.each(tools.map((tool) => [tool.name, tool] as const))('%s', (_, tool) => {
  it.each(['least', 'full'] as const)(
    'sends its %s arguments where they belong, and nothing else',
    async (size) => {
      const given = { ...exampleArguments(tool)[size] } as Record<string, unknown>;
      delete given['after'];
      const { wait_seconds: _wait, ...sentGiven } = given;
      const request = await call(tool, sentGiven);
      expect(request?.method).toBe(tool.endpoint.method);
      expect(request?.url.pathname).toBe(expectedPath(tool, given));
      const paging = new Set(['page', 'per_page', ...sizesOf(tool)]);
      const query = [...(request?.url.searchParams ?? [])].filter(([name]) => !paging.has(name));
      const wanted = Object.entries(pick(given, tool.places.query)).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
      );
      expect(query).toEqual(wanted);
      const body = Object.entries(tool.places.body).flatMap(([name, field]) =>
        given[name] === undefined ? [] : [[field, given[name]]],
      );
      expect(request?.body ?? {}).toEqual(Object.fromEntries(body));
      expect(request?.headers['authorization']).toBe(`Bearer ${testToken}`);
    },
  );
});
