// What a dry run shows is what goes over the wire when the call is made, for every tool that changes something.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { isObject } from '../../tools/json-object.ts';
import { type Agent, connectAgent, tools } from '../agent.ts';
import {
  createRecordingTransport,
  type RecordingTransport,
  testToken,
} from '../recording-transport.ts';

const changing = tools.filter(({ inputSchema }) => 'dry_run' in inputSchema.properties);
const givenUp = tools.flatMap(({ name, endpoint }) => (endpoint.deprecated ? [name] : []));

const redacted = '[redacted by do-mcp]';

let network: RecordingTransport;
let agent: Agent;

beforeAll(async () => {
  network = createRecordingTransport({
    // Whatever is looked for is there; whatever is changed answers with nothing.
    reply: ({ method }) => (method === 'GET' ? { body: { account: {} } } : { status: 204 }),
  });
  agent = await connectAgent({
    argv: [
      ['--mode', 'tools', '--areas', 'all', '--confirm', 'never', '--allow-secrets'],
      ['--quota', 'off', '--tools', givenUp.join(',')],
    ].flat(),
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
  });
});
afterAll(() => agent.close());

/** The same, where nothing was redacted. */
const expectSame = (shown: unknown, sent: unknown, place: string): void => {
  if (shown === redacted) return;
  if (isObject(shown) && isObject(sent)) {
    expect(Object.keys(shown), place).toEqual(Object.keys(sent));
    for (const [name, value] of Object.entries(shown))
      expectSame(value, sent[name], `${place}.${name}`);
  } else if (Array.isArray(shown) && Array.isArray(sent)) {
    expect(shown.length, place).toBe(sent.length);
    for (const [index, value] of shown.entries())
      expectSame(value, sent[index], `${place}[${index}]`);
  } else if (typeof shown === 'string' && shown.includes(redacted)) {
    expect(typeof sent, place).toBe('string');
  } else expect(shown, place).toEqual(sent);
};

describe('the request of a dry run', () => {
  it.each(changing.map((tool) => [tool.name, tool] as const))(
    'of %s is the one that is sent',
    async (name, tool) => {
      const { full } = exampleArguments(tool);
      const { answer, text } = await agent.call(name, { ...full, dry_run: true });
      expect(answer['dry_run'], text).toBe(true);
      network.sent.length = 0;
      await agent.call(name, { ...full });
      const sent = network.sent.find(({ method }) => method === tool.endpoint.method);
      const request = answer['request'];
      if (!sent || !isObject(request)) throw new Error(`${name} sent nothing`);
      expect(request['method']).toBe(sent.method);
      expect(request['path']).toBe(sent.url.pathname);
      expect(request['query'] ?? []).toEqual(
        [...sent.url.searchParams].map(([one, value]) => `${one}=${value}`),
      );
      expectSame(request['body'] ?? {}, sent.body ?? {}, name);
    },
  );
});
