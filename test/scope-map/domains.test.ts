// DNS names as people write them: short filters are completed, doubled domains refused, missing dots told.
import { afterEach, describe, expect, it } from 'vitest';
import { type Agent, connectAgent, type Reply } from '../agent.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';

const agents: Agent[] = [];
afterEach(async () => {
  for (const agent of agents.splice(0)) await agent.close();
});

const connect = async (reply: { readonly status?: number; readonly body?: unknown }) => {
  const network = createRecordingTransport({ reply: () => reply });
  const agent = await connectAgent({
    argv: ['--confirm', 'never', '--quota', 'off', '--scopes', 'domain:read,domain:create'],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
  });
  agents.push(agent);
  return { agent, network };
};

/** The error of an answer, as the contract has it. */
const errorOf = ({
  answer,
  isError,
}: Reply): { readonly message: string; readonly next: string } => {
  expect(isError).toBe(true);
  return answer['error'] as { message: string; next: string };
};

describe('the name by which records are looked for', () => {
  it.each([
    ['www', 'www.example.com'],
    ['www.example.com', 'www.example.com'],
    ['WWW.Example.COM.', 'www.example.com'],
    ['@', 'example.com'],
    ['example.com', 'example.com'],
    ['a.b', 'a.b.example.com'],
    ['notexample.com', 'notexample.com.example.com'],
  ])('%s is sent as %s', async (name, sent) => {
    const { agent, network } = await connect({ body: { domain_records: [], links: {}, meta: {} } });
    await agent.call('domains_list_records', { domain_name: 'example.com', name });
    const url = network.sent
      .map((one) => one.url)
      .find(({ pathname }) => pathname.endsWith('records'));
    expect(url?.searchParams.get('name')).toBe(sent);
  });
});

describe('the name of a new record', () => {
  const record = { domain_name: 'example.com', type: 'A', data: '198.51.100.1' };

  it.each([
    ['www.example.com', '"www"'],
    ['www.example.com.', '"www"'],
    ['example.com', '"@"'],
  ])('%s is refused before anything is sent, with %s instead', async (name, instead) => {
    const { agent, network } = await connect({ body: {} });
    const error = errorOf(await agent.call('domains_create_record', { ...record, name }));
    expect(error).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(error.message).toContain(instead);
    expect(network.sent.filter(({ url }) => url.pathname.includes('records'))).toEqual([]);
  });
});

describe('a refused record', () => {
  const refused = { status: 422, body: { id: 'unprocessable_entity', message: 'No.' } };

  const next = async (given: Readonly<Record<string, unknown>>): Promise<string> => {
    const { agent } = await connect(refused);
    const named = { domain_name: 'example.com', name: 'www', ...given };
    return errorOf(await agent.call('domains_create_record', named)).next;
  };

  it('whose host name has no closing dot is told so', async () => {
    expect(await next({ type: 'CNAME', data: 'shop.example.net' })).toContain('end in a dot');
    expect(await next({ type: 'MX', data: 'mail.example.net', priority: 1 })).toContain(
      'end in a dot',
    );
  });

  it('that has one, or needs none, is not', async () => {
    expect(await next({ type: 'CNAME', data: 'shop.example.net.' })).not.toContain('dot');
    expect(await next({ type: 'CNAME', data: '@' })).not.toContain('dot');
    expect(await next({ type: 'TXT', data: 'v=spf1 -all' })).not.toContain('dot');
  });
});
