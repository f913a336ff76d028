// A request that asks for less than its caller may, by its header DO-MCP-Only: it never gets more, by whatever way.
import { describe, expect, it } from 'vitest';
import { messageText } from '../http/event-text.ts';
import { callLegacy, callModern, post } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { codeOf } from './served.ts';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: { elicitation: {} },
    clientInfo: { name: 'test', version: '1' },
  },
};

const open = async (values: Parameters<typeof serveSimulated>[0] = {}) => {
  const { port } = await serveSimulated(values);
  const headersOf = (only: string | null, more: Readonly<Record<string, string>> = {}) => ({
    ...(only !== null && { 'DO-MCP-Only': only }),
    ...more,
  });
  const ask = async (
    only: string | null,
    method: string,
    params: object = {},
    more: Readonly<Record<string, string>> = {},
  ) => {
    const message = { jsonrpc: '2.0', id: 2, method, params };
    const { text } = await post(port, message, headersOf(only, more));
    return JSON.parse(messageText(text));
  };
  const call = async (
    only: string | null,
    tool: string,
    given: Record<string, unknown> = {},
    more: Readonly<Record<string, string>> = {},
  ) => {
    const headers = headersOf(only, more);
    const { text } = await callLegacy({ port, tool, arguments: given, headers });
    return JSON.parse(JSON.parse(messageText(text)).result.content[0].text);
  };
  return {
    port,
    ask,
    call,
    namesIn: async (only: string | null, more: Readonly<Record<string, string>> = {}) =>
      (await ask(only, 'tools/list', {}, more)).result.tools.map(
        ({ name }: { name: string }) => name,
      ) as readonly string[],
  };
};

const domain = { name: 'one.example' };

describe('a request that asks for less', () => {
  it('is listed what it asks for, and nothing else', async () => {
    const { namesIn } = await open({ mode: 'tools' });
    expect(await namesIn('droplets_list')).toEqual(['droplets_list']);
    const some = await namesIn('droplets_list, area:domains, read');
    expect(some).toContain('droplets_list');
    expect(some).toContain('domains_list_records');
    expect(some.every((name) => name === 'droplets_list' || name.startsWith('domains_'))).toBe(
      true,
    );
    expect(some).not.toContain('domains_create');
    expect(await namesIn('read')).not.toContain('droplets_create');
    expect((await namesIn(null)).length).toBeGreaterThan(500);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['droplets_list', 'droplets_list', {}, 'ok'],
    ['droplets_list', 'domains_list', {}, 'not_allowed'],
    ['read', 'domains_create', domain, 'not_allowed'],
    ['read', 'domains_list', {}, 'ok'],
    ['area:domains', 'domains_create', domain, 'ok'],
    ['area:domains, read', 'domains_create', domain, 'not_allowed'],
    ['area:droplets', 'domains_create', domain, 'not_allowed'],
    [' domains_create ,read', 'domains_create', domain, 'not_allowed'],
    ['account_inventory', 'domains_list', {}, 'not_allowed'],
    ['droplets_list', 'account_inventory', {}, 'not_allowed'],
    ['account_inventory, volumes_list', 'account_inventory', {}, 'ok'],
  ])('by %s, calls of %s %j are answered so: %#', async (only, tool, given, code) => {
    const { call } = await open({ mode: 'tools' });
    expect(codeOf(await call(only, tool, given))).toBe(code);
  });

  it('by the new generation, too', async () => {
    const { port } = await open({ mode: 'tools' });
    const headers = { 'do-mcp-only': 'read' };
    const { text } = await callModern({ port, tool: 'domains_create', arguments: domain, headers });
    expect(messageText(text)).toContain('not_allowed');
    expect(messageText(text)).toContain('nothing but reading');
  });

  it('reaches nothing else by finders', async () => {
    const { call, namesIn } = await open();
    const only = 'domains_list, cdn_list_endpoints';
    expect(await namesIn(only)).toEqual(['domains_list', 'find_tools', 'call_read_tool']);
    const by = (name: string) => call(only, 'call_read_tool', { name, arguments: {} });
    expect(codeOf(await by('cdn_list_endpoints'))).toBe('ok');
    expect(codeOf(await by('certificates_list'))).toBe('not_allowed');
    expect(
      codeOf(await call(only, 'call_write_tool', { name: 'domains_create', arguments: domain })),
    ).toBe('not_allowed');
    const found = JSON.stringify(await call(only, 'find_tools', { request: 'list certificates' }));
    expect(found).not.toContain('certificates_list');
  });

  it('reads and completes nothing else', async () => {
    const { ask } = await open();
    const uris = async (only: string | null) =>
      JSON.stringify((await ask(only, 'resources/list')).result);
    expect(await uris(null)).toContain('do://account');
    expect(await uris('droplets_list')).not.toContain('do://account');
    const account = await ask('droplets_list', 'resources/read', { uri: 'do://account' });
    expect(account.result).toBeUndefined();
    const catalogue = await ask('droplets_list', 'resources/read', { uri: 'do://catalogue' });
    expect(JSON.stringify(catalogue)).toContain('droplets_list');
    expect(JSON.stringify(catalogue)).not.toContain('domains_list');
    const schema = await ask('droplets_list', 'resources/read', {
      uri: 'do://schemas/domains_create',
    });
    expect(schema.result).toBeUndefined();
    const complete = async (only: string | null) =>
      (
        await ask(only, 'completion/complete', {
          ref: { type: 'ref/prompt', name: 'safe_resize' },
          argument: { name: 'droplet_id', value: '' },
        })
      ).result?.completion.values;
    expect((await complete(null))?.length).toBeGreaterThan(0);
    expect((await complete('domains_list')) ?? []).toEqual([]);
  });

  it('shows an inventory of what it may read alone', async () => {
    const { call } = await open();
    const found = await call('account_inventory, volumes_list', 'account_inventory');
    const kinds = new Set((found['items'] as unknown[][]).map(([kind]) => kind));
    expect(kinds).toEqual(new Set(['volume']));
  });
});

describe('within a session', () => {
  it('each request is held to its own header, whatever others ask for meanwhile', async () => {
    const { port, namesIn } = await open({ mode: 'tools' });
    const opened = await post(port, initialize, { 'DO-MCP-Only': 'read' });
    const session = { 'mcp-session-id': String(opened.headers['mcp-session-id']) };
    const codes = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const params = { name: 'domains_create', arguments: { name: `d${index}.example` } };
        const message = { jsonrpc: '2.0', id: 10 + index, method: 'tools/call', params };
        const narrowed = index % 2 === 0 && { 'DO-MCP-Only': 'read' };
        const { text } = await post(port, message, { ...session, ...narrowed });
        return codeOf(JSON.parse(JSON.parse(messageText(text)).result.content[0].text));
      }),
    );
    expect(codes).toEqual(codes.map((_, index) => (index % 2 === 0 ? 'not_allowed' : 'ok')));
    expect(await namesIn('read', session)).not.toContain('domains_create');
    expect(await namesIn(null, session)).toContain('domains_create');
  });
});

describe('a header that gives nothing', () => {
  it('never widens what the owner chose', async () => {
    const { call, namesIn } = await open({ mode: 'tools', areas: 'domains', readOnly: true });
    expect(await namesIn('droplets_list, domains_create, domains_list')).toEqual(['domains_list']);
    expect(codeOf(await call('droplets_list', 'droplets_list'))).toBe('not_allowed');
  });

  it.each([
    ['droplet_list', /no "droplet_list". Did you mean droplets_list\?/],
    ['area:domain', /Did you mean area:domains\?/],
    ['write', /no "write"/],
    ['', /a word is missing/],
    ['read,,read', /a word is missing/],
    [`dop_v1_${'a'.repeat(64)}`, /^(?!.*aaaaaaaa)/],
    ['read,'.repeat(500), /more than 200 words/],
    ['x'.repeat(5_000), /more than 4096 characters/],
    [`<script>${'x'.repeat(300)}`, /^.{0,400}$/],
  ])('is refused, with words: %#', async (only, message) => {
    const { port } = await open();
    const reply = await callLegacy({
      port,
      tool: 'domains_list',
      headers: { 'DO-MCP-Only': only },
    });
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text).error.message).toMatch(message);
  });
});
