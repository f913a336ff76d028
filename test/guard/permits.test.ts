// Nothing reaches DigitalOcean without the judge: no other road leads to the wire, and what travels was allowed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCarriedCredential } from '../../src/account/credential.ts';
import { createApiClient } from '../../src/client/api-client.ts';
import type { ApiCall } from '../../src/client/client.ts';
import { createOpenQuota } from '../../src/client/quota/quota.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { restrict } from '../../src/guard/selection.ts';
import { createProgram } from '../../src/program.ts';
import { callTool } from '../../src/road/call-tool.ts';
import { type Caller, createCaller } from '../../src/road/caller.ts';
import { type AgentOptions, box, connectAgent, toolNamed } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Source files below src whose code, without comments, matches. */
const filesWith = (pattern: RegExp): readonly string[] =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      pattern.test(
        readFileSync(join(root, 'src', name), 'utf8').replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''),
      ),
    )
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** The named exception: what a token may do has to be known before any rule can be asked about it. */
const asksForTheGrant = /token-info\.ts$/;

/** Not to DigitalOcean: to an operator's own server, to the registry of packages, and to the owner's webhook, each over a transport of its own. */
const goesElsewhere = [
  'commands/approvals/served-questions.ts',
  'commands/version-check.ts',
  'consent/webhook/webhook.ts',
];

describe('the way to the wire', () => {
  it('is used by the road of calls, by logs behind an address that a permitted call brought, and for the grant', () => {
    const users = filesWith(/(?<!metrics\??)\.exchange\(/);
    expect(users.filter((name) => !asksForTheGrant.test(name))).toEqual([
      'client/attempts/road.ts',
      'client/log-text.ts',
      ...goesElsewhere,
    ]);
    expect(users).toHaveLength(6);
    // Nothing there could send a token: none is within reach.
    const withTokens = filesWith(/from '[./]*\/(account|configuration\/token|guard)\//);
    expect(withTokens.filter((name) => goesElsewhere.includes(name))).toEqual([]);
  });

  it('is opened by permits alone, and permits are made by the judge alone', () => {
    expect(filesWith(/new ApiCall\(|ApiCall\.prototype|as ApiCall\b/)).toEqual(['guard/permit.ts']);
    expect(filesWith(/\.ask\(guard,/)).toEqual(['road/follow-ups.ts', 'road/judge.ts']);
  });

  it('stays shut for whoever got round the compiler', async () => {
    const network = createRecordingTransport();
    const api = createApiClient({
      transport: network,
      bearer: createCarriedCredential(testToken),
      apiUrl: 'https://api.digitalocean.com',
      clock: createJumpingClock(() => 0),
      random: () => 0.5,
      quota: createOpenQuota(),
      userAgent: 'test',
    });
    const forged = {
      endpoint: { id: 'droplets_destroy', method: 'DELETE', reply: { kind: 'empty' } },
      tool: 'droplets_destroy',
      arguments: {},
      request: { method: 'DELETE', path: '/v2/droplets/1', query: [] },
    } as unknown as ApiCall;
    const { signal } = new AbortController();
    await expect(api.send(forged, { signal })).rejects.toThrow(/without a permit/);
    expect(network.sent).toEqual([]);
  });
});

const action = { id: 9, status: 'in-progress', resource_id: 1, resource_type: 'droplet' };

/** An agent of a full-access token, and the requests that it causes. */
const connect = async (argv: readonly string[], own: AgentOptions = {}) => {
  const network = createRecordingTransport({
    reply: ({ method, url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: { email: 'sammy@example.com', team: { name: 'Sea creatures' } } } }
        : url.pathname.includes('actions')
          ? { status: method === 'POST' ? 201 : 200, body: { action } }
          : { status: 202, body: { droplet: { id: 1 }, links: { actions: [action] } } },
  });
  const agent = await connectAgent({
    argv: ['--confirm', 'never', ...argv],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
    ...own,
  });
  return { agent, sent: () => network.sent.map(({ method, url }) => `${method} ${url.pathname}`) };
};

const make = { name: 'web', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

describe('the name of the owner', () => {
  it('is said with a change', async () => {
    const { agent, sent } = await connect([]);
    expect((await agent.call('droplets_create', make)).answer['account']).toBe('Sea creatures');
    expect(sent()).toContain('GET /v2/account');
  });

  it.each([
    [['--exclude-tools', 'account_get']],
    [['--areas', 'droplets,droplet_actions']],
    [['--scopes', 'droplet:create,droplet:read,image:read']],
  ])('is neither fetched nor shown with %j', async (argv) => {
    const { agent, sent } = await connect(argv);
    const reply = await agent.call('droplets_create', make);
    expect(reply.isError, reply.text).toBe(false);
    expect(reply.answer).not.toHaveProperty('account');
    expect(sent()).not.toContain('GET /v2/account');
  });
});

describe('the name of an owner that is known already', () => {
  it('is not told to another caller of the same account who may not read it', async () => {
    const environment = { DIGITALOCEAN_TOKEN: testToken };
    const { given } = parseCommandLine(['--confirm', 'never', '--scopes', 'api:write']);
    const settings = readSettings(valuesOf(given, environment), environment, box.names);
    const transport = createRecordingTransport({
      reply: ({ url }) =>
        url.pathname === '/v2/account'
          ? { body: { account: { team: { name: 'Sea creatures' } } } }
          : { status: 201, body: { domain: { name: 'example.com' } } },
    });
    const program = createProgram(settings, box, { transport, environment });
    const may = program.localCaller();
    const mayNot = createCaller(
      'other',
      may.account,
      restrict(may.selection, { leftOut: new Set(['account_get']) }),
    );
    const changeBy = async (caller: Caller): Promise<string | undefined> => {
      const outcome = await callTool({
        tool: toolNamed('domains_create'),
        raw: { name: 'example.com' },
        caller,
        person: { kind: 'unreachable' },
        context: { signal: new AbortController().signal },
        road: program.serverParts.road,
      });
      return outcome && 'text' in outcome ? outcome.text : undefined;
    };
    expect(await changeBy(may)).toContain('Sea creatures');
    expect(await changeBy(mayNot)).not.toContain('Sea creatures');
    await program.close();
  });
});

describe('a read that follows a call', () => {
  it.each([['--exclude-tools'], ['--areas']])(
    'is not made where %s keeps its tool from the caller, though the caller would wait for it',
    async (flag) => {
      const argv =
        flag === '--areas' ? ['--areas', 'droplets'] : [flag, 'actions_get,droplet_actions_get'];
      const { agent, sent } = await connect(argv);
      const reply = await agent.call('droplets_create', { ...make, wait_seconds: 5 });
      expect(reply.isError, reply.text).toBe(false);
      expect(reply.answer['note']).toMatch(/^Not waited for/);
      expect(sent().filter((one) => one.includes('actions'))).toEqual([]);
    },
  );

  it('is made where the caller may make it', async () => {
    const { agent, sent } = await connect([], { clock: createJumpingClock(() => 0) });
    await agent.call('droplets_create', { ...make, wait_seconds: 5 });
    expect(sent().filter((one) => one.includes('actions')).length).toBeGreaterThan(0);
  });
});
