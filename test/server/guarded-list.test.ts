// What a client is shown and may call follows from what its token grants, for many kinds of token.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '../../scope-map/areas.ts';
import { type Scope, scopes } from '../../scope-map/scopes.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { type AgentOptions, connectAgent, tools } from '../agent.ts';
import {
  createRecordingTransport,
  type RecordingOptions,
  testToken,
} from '../recording-transport.ts';

const withToken = async (tokenInfo: RecordingOptions['tokenInfo'], options: AgentOptions = {}) => {
  const network = createRecordingTransport({
    ...(tokenInfo && { tokenInfo }),
    reply: () => ({ status: 201, body: { action: { id: 1, status: 'in-progress' } } }),
  });
  const agent = await connectAgent({
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
    ...options,
    // The whole catalogue in one list: what stands behind the finders goes by the same guard.
    argv: ['--mode', 'tools', ...(options.argv ?? ['--areas', 'all', '--confirm', 'never'])],
  });
  return { agent, network, names: new Set((await agent.list()).map((tool) => tool.name)) };
};

/** What DigitalOcean has given up is only offered by name. */
const names = (keep: (tool: Tool) => boolean) =>
  new Set(
    tools
      .filter((tool) => tool.endpoint.deprecated === undefined && keep(tool))
      .map((tool) => tool.name),
  );

/** What any token may do, whatever its scopes. */
const free = names((tool) => tool.endpoint.requires.some((all) => all.length === 0));

/** A list without that. */
const opened = (listed: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...listed].filter((name) => !free.has(name)));

const propertiesOf = (tool: { inputSchema: Record<string, unknown> } | undefined) =>
  (tool?.inputSchema['properties'] ?? {}) as Record<string, { enum?: string[] }>;

describe('the list of tools', () => {
  it('has everything but credentials for a full-access token', async () => {
    const { names: listed } = await withToken(['api:write']);
    expect(listed).toEqual(names((tool) => !tool.endpoint.discloses?.only));
  });

  it('has just the reading tools for api:read', async () => {
    const { names: listed, agent } = await withToken(['api:read']);
    expect(listed).toEqual(
      names(
        ({ endpoint }) =>
          endpoint.effect === 'read' &&
          !endpoint.discloses?.only &&
          endpoint.requires.some((all) => all.every((scope) => scope.endsWith(':read'))),
      ),
    );
    expect((await agent.list()).every((tool) => tool.annotations?.['readOnlyHint'] === true)).toBe(
      true,
    );
  });

  it('has just what one custom scope opens', async () => {
    const { names: listed } = await withToken(['domain:read']);
    expect(opened(listed)).toEqual(
      new Set(['domains_list', 'domains_get', 'domains_list_records', 'domains_get_record']),
    );
  });

  it('opens a tool through either of its alternatives', async () => {
    const { names: listed } = await withToken(['domain:update']);
    expect(listed).toContain('domains_create_record');
    expect(listed).toContain('domains_delete_record');
    expect(listed).not.toContain('domains_create');
  });

  it('is empty for a token without scopes, but for what any token may do', async () => {
    const { names: listed } = await withToken([]);
    expect(listed).toEqual(free);
  });

  it('has only reading tools while the scopes are unknown, and refuses changes with the reason', async () => {
    const { names: listed, agent, network } = await withToken({ status: 503 });
    expect(listed).toEqual(
      names((tool) => tool.endpoint.effect === 'read' && !tool.endpoint.discloses?.only),
    );
    const reply = await agent.call('domains_delete', { domain_name: 'example.com' });
    expect(reply.answer['error']).toMatchObject({
      status: null,
      message: expect.stringContaining('unknown'),
    });
    expect(network.sent).toEqual([]);
  });

  it('is empty for a token that DigitalOcean does not accept, and every call says so', async () => {
    const { names: listed, agent } = await withToken({ status: 401 });
    expect(listed.size).toBe(0);
    const reply = await agent.call('droplets_list');
    expect(reply.answer['error']).toMatchObject({
      code: 'invalid_token',
      message: expect.stringMatching(/wrong, expired or revoked/),
    });
  });

  it('does not offer or accept the snapshot action without image:create', async () => {
    const { agent, network } = await withToken(['droplet:update', 'droplet:read']);
    const tool = (await agent.list()).find(({ name }) => name === 'droplet_actions_post');
    const types = propertiesOf(tool)['type']?.enum ?? [];
    expect(types).toContain('reboot');
    expect(types).not.toContain('snapshot');
    expect(types).not.toContain('rebuild');
    expect(types).not.toContain('resize');
    expect(Object.keys(propertiesOf(tool))).not.toContain('disk');
    expect(Object.keys(propertiesOf(tool))).not.toContain('image');
    const reply = await agent.call('droplet_actions_post', { droplet_id: 1, type: 'snapshot' });
    expect(reply.isError).toBe(true);
    expect(reply.answer['error']).toMatchObject({
      code: 'missing_scope',
      missing_scopes: ['image:create'],
    });
    expect(network.sent).toEqual([]);
    expect(
      (await agent.call('droplet_actions_post', { droplet_id: 1, type: 'reboot' })).isError,
    ).toBe(false);
  });

  it('offers the create of a Droplet although image:read is missing, because an image is needed anyway', async () => {
    const { agent, names: listed } = await withToken(['droplet:create']);
    expect(listed).toContain('droplets_create');
    const tool = (await agent.list()).find(({ name }) => name === 'droplets_create');
    expect(Object.keys(propertiesOf(tool))).toContain('image');
    expect(Object.keys(propertiesOf(tool))).not.toContain('tags');
  });

  it('believes scopes that the owner declares, without asking', async () => {
    const { names: listed, network } = await withToken(undefined, {
      argv: ['--scopes', 'account:read'],
    });
    expect(opened(listed)).toEqual(new Set(['account_get']));
    expect(network.asked.scopes).toBe(0);
  });

  it('is the same for both generations of the protocol', async () => {
    const [old, young] = await Promise.all([
      withToken(['api:read'], { generation: 'old' }),
      withToken(['api:read'], { generation: 'new' }),
    ]);
    expect(await old.agent.list()).toEqual(await young.agent.list());
  });
});

describe("the owner's choice", () => {
  it('leaves nothing that changes or discloses with --read-only, whatever else is allowed', async () => {
    const { names: listed, agent } = await withToken(['api:write'], {
      argv: ['--read-only', '--allow-secrets'],
    });
    expect(listed).toEqual(
      names((tool) => tool.endpoint.effect === 'read' && !tool.endpoint.discloses?.only),
    );
    const reply = await agent.call('kubernetes_get_kubeconfig', {
      cluster_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(reply.answer['error']).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('read-only'),
    });
  });

  it('narrows to areas, adds and leaves out tools, and lets leaving out win', async () => {
    const { names: listed } = await withToken(['api:write'], {
      argv: [
        '--areas',
        'regions',
        '--tools',
        'droplets_list,sizes_list',
        '--exclude-tools',
        'sizes_list',
      ],
    });
    expect(listed).toEqual(new Set(['regions_list', 'droplets_list']));
  });

  it('shows credential tools with --allow-secrets only', async () => {
    const { names: listed } = await withToken(['api:write'], { argv: ['--allow-secrets'] });
    expect(listed).toContain('kubernetes_get_kubeconfig');
    expect(listed).toContain('spaces_key_create');
  });

  it('does not send what destroys until a person has agreed, and says where they can', async () => {
    const { agent, network } = await withToken(['api:write'], { argv: [] });
    for (const [name, given] of [
      ['droplets_destroy', { droplet_id: 1 }],
      ['droplet_actions_post', { droplet_id: 1, type: 'rebuild', image: 'ubuntu-24-04-x64' }],
    ] as const) {
      const reply = await agent.call(name, given);
      expect(reply.answer['error']).toMatchObject({
        code: 'approval_pending',
        next: expect.stringContaining('do-mcp approvals'),
      });
    }
    expect(network.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(
      (await agent.call('droplet_actions_post', { droplet_id: 1, type: 'reboot' })).isError,
    ).toBe(false);
  });
});

const allScopes = Object.keys(scopes) as Scope[];

const selection = {
  areas: new Set(tools.map((tool) => tool.endpoint.area)),
  areasNamed: false,
  named: new Set<Area>(),
  added: new Set<string>(),
  leftOut: new Set<string>(),
  readOnly: false,
  allowSecrets: true,
};

// A second, plain reading of the rule, so that the guard is not compared with itself.
const covers = (held: ReadonlySet<string>, scope: string): boolean =>
  held.has(scope) || held.has('api:write') || (held.has('api:read') && scope.endsWith(':read'));

const examples = new Map(tools.map((tool) => [tool.name, exampleArguments(tool).full]));

describe('the guard, over any set of scopes', () => {
  it('never lists or lets through a tool whose requirement the grant does not satisfy', () => {
    fc.assert(
      fc.property(fc.subarray(allScopes), (chosen) => {
        const held = new Set<string>(chosen);
        const grant: Grant = {
          kind: 'known',
          scopes: held,
          source: 'digitalocean',
          expiresAt: null,
        };
        const guard = new Guard(selection, grant);
        const offered = new Set(tools.flatMap((tool) => guard.offer(tool)?.name ?? []));
        for (const tool of tools) {
          const satisfied = tool.endpoint.requires.some((all) =>
            all.every((scope) => covers(held, scope)),
          );
          // What DigitalOcean has given up is nobody's, unless it is named.
          const isGivenUp = tool.endpoint.deprecated !== undefined;
          expect(offered.has(tool.name), tool.name).toBe(satisfied && !isGivenUp);
          const verdict = guard.may(tool, examples.get(tool.name) ?? {});
          if (!satisfied) expect(verdict.answer).toBe('refused');
          if (verdict.answer === 'refused')
            expect(verdict.missing.some((scope) => covers(held, scope))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('offers only arguments and values that it would let through', () => {
    fc.assert(
      fc.property(fc.subarray(allScopes), (chosen) => {
        const grant: Grant = {
          kind: 'known',
          scopes: new Set(chosen),
          source: 'digitalocean',
          expiresAt: null,
        };
        const guard = new Guard(selection, grant);
        for (const tool of tools) {
          const offered = guard.offer(tool);
          if (!offered) continue;
          const { full } = exampleArguments({ ...tool, inputSchema: offered.inputSchema });
          expect(guard.may(tool, full), `${tool.name} ${JSON.stringify(full)}`).toEqual({
            answer: 'allowed',
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
