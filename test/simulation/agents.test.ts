// AI agents and model routers: they come into service, keep their versions, and what hangs on them.
import { describe, expect, it } from 'vitest';
import { prepare } from './ai-ground.ts';
import { loadOpenApi } from './open-api.ts';
import { createWorld } from './world.ts';

describe('an agent', () => {
  it('comes into service by itself and has its address then', async () => {
    const { send, pass, make, agents } = await prepare();
    const made = await make();
    expect(made.deployment.status).toBe('STATUS_WAITING_FOR_DEPLOYMENT');
    expect(made).not.toHaveProperty('url');
    pass(10);
    const path = `${agents}/${made.uuid}`;
    expect((await send('GET', path)).body.agent.deployment.status).toBe('STATUS_DEPLOYING');
    expect((await send('GET', `${agents}?only_deployed=true`)).body.agents).toEqual([]);
    pass(50);
    const { agent } = (await send('GET', path)).body;
    expect(agent.deployment.status).toBe('STATUS_RUNNING');
    expect(agent.url).toMatch(/^https:\/\/\w+\.agents\.do-ai\.run$/);
    expect((await send('GET', agents)).body).toMatchObject({
      agents: [{ uuid: made.uuid }],
      meta: { page: 1, pages: 1, total: 1 },
    });
  });

  it.each([
    ['without a name', { name: undefined }, 400],
    ['with an unknown model', { model_uuid: 'nothing' }, 400],
    ['in a region without agents', { region: 'nyc3' }, 400],
    ['in an unknown project', { project_id: 'nothing' }, 400],
    ['with an unknown knowledge base', { knowledge_base_uuid: ['nothing'] }, 404],
    ['with a router of models', { model_router_uuid: 'any' }, 501],
  ])('%s is refused', async (_, change, status) => {
    const { send, order, agents } = await prepare();
    expect((await send('POST', agents, { ...order, ...change })).status).toBe(status);
    expect((await send('GET', agents)).body.agents).toEqual([]);
  });

  it('keeps versions and is put back to one', async () => {
    const { send, make, agents } = await prepare();
    const { uuid, version_hash: first } = await make();
    const path = `${agents}/${uuid}`;
    await send('PUT', path, { instruction: 'Hinder.' });
    const { agent_versions: versions } = (await send('GET', `${path}/versions`)).body;
    expect(versions).toMatchObject([
      { instruction: 'Hinder.', currently_applied: true, can_rollback: false },
      { instruction: 'Help.', currently_applied: false, can_rollback: true },
    ]);
    const back = await send('PUT', `${path}/versions`, { version_hash: first });
    expect(back.body).toEqual({ version_hash: first });
    expect((await send('GET', path)).body.agent).toMatchObject({
      instruction: 'Help.',
      version_hash: first,
    });
    expect((await send('PUT', `${path}/versions`, { version_hash: first })).status).toBe(400);
    expect((await send('PUT', `${path}/versions`, { version_hash: 'x' })).status).toBe(404);
  });

  it('shows the secret of a key once, and another one when it is renewed', async () => {
    const { send, make, agents } = await prepare();
    const path = `${agents}/${(await make()).uuid}/api_keys`;
    const { api_key_info: key } = (await send('POST', path, { name: 'shop' })).body;
    expect(key.secret_key).toMatch(/^\w{32}$/);
    const { api_key_infos: keys } = (await send('GET', path)).body;
    expect(keys).toMatchObject([{ uuid: key.uuid, name: 'shop' }]);
    expect(keys[0]).not.toHaveProperty('secret_key');
    const renewed = (await send('PUT', `${path}/${key.uuid}/regenerate`)).body.api_key_info;
    expect(renewed.secret_key).not.toBe(key.secret_key);
    await send('PUT', `${path}/${key.uuid}`, { name: 'blog' });
    expect((await send('GET', path)).body.api_key_infos).toMatchObject([{ name: 'blog' }]);
    await send('DELETE', `${path}/${key.uuid}`);
    expect((await send('DELETE', `${path}/${key.uuid}`)).status).toBe(404);
  });

  it('hands questions on to others, never in a circle', async () => {
    const { send, make, agents } = await prepare();
    const [parent, child] = [await make(), await make({ name: 'expert' })];
    const way = (from: typeof parent, to: typeof parent) =>
      `${agents}/${from.uuid}/child_agents/${to.uuid}`;
    const made = await send('POST', way(parent, child), { route_name: 'bills', if_case: 'money' });
    expect(made.status).toBe(200);
    expect((await send('POST', way(child, parent))).status).toBe(400);
    expect((await send('POST', way(parent, parent))).status).toBe(400);
    await send('PUT', way(parent, child), { if_case: 'debts' });
    const list = () => send('GET', `${agents}/${parent.uuid}/child_agents`);
    expect((await list()).body.children).toMatchObject([
      { uuid: child.uuid, route_name: 'bills', if_case: 'debts' },
    ]);
    await send('DELETE', `${agents}/${child.uuid}`);
    expect((await list()).body.children).toEqual([]);
  });

  it('calls functions until they are taken off', async () => {
    const { send, make, agents } = await prepare();
    const path = `${agents}/${(await make()).uuid}/functions`;
    const order = {
      function_name: 'stock',
      description: 'Tells the stock.',
      faas_name: 'default/stock',
      faas_namespace: 'fn-1',
      input_schema: {},
    };
    expect((await send('POST', path, { ...order, faas_name: undefined })).status).toBe(400);
    const [made] = (await send('POST', path, order)).body.agent.functions;
    const one = `${path}/${made.uuid}`;
    const changed = (await send('PUT', one, { description: 'Counts.' })).body.agent.functions;
    expect(changed).toMatchObject([{ uuid: made.uuid, name: 'stock', description: 'Counts.' }]);
    expect((await send('DELETE', one)).body.agent.functions).toEqual([]);
    expect((await send('DELETE', one)).status).toBe(404);
  });

  it('is published after a while', async () => {
    const { send, pass, make, agents } = await prepare();
    const path = `${agents}/${(await make()).uuid}`;
    const visibility = async () => (await send('GET', path)).body.agent.deployment.visibility;
    await send('PUT', `${path}/deployment_visibility`, { visibility: 'VISIBILITY_PUBLIC' });
    expect(await visibility()).toBe('VISIBILITY_PRIVATE');
    pass(10);
    expect(await visibility()).toBe('VISIBILITY_PUBLIC');
  });
});

describe('a workspace', () => {
  it('has the agents that were moved into it', async () => {
    const { send, make, agents } = await prepare();
    const { uuid } = await make();
    const many = '/v2/gen-ai/workspaces';
    const workspace = async (body: object) => (await send('POST', many, body)).body.workspace.uuid;
    const [one, other] = [
      await workspace({ name: 'one', agent_uuids: [uuid] }),
      await workspace({ name: 'other' }),
    ];
    const members = async (id: string) => (await send('GET', `${many}/${id}/agents`)).body.agents;
    expect(await members(one)).toMatchObject([{ uuid }]);
    const moved = await send('PUT', `${many}/${other}/agents`, { agent_uuids: [uuid] });
    expect(moved.body.workspace).toMatchObject({ name: 'other', agents: [{ uuid }] });
    expect(await members(one)).toEqual([]);
    expect(await members(other)).toMatchObject([{ uuid }]);
    await send('PUT', `${many}/${other}`, { workspace_uuid: other, description: 'Else.' });
    expect((await send('GET', `${many}/${other}`)).body.workspace).toMatchObject({
      uuid: other,
      name: 'other',
      description: 'Else.',
    });
    const wrong = await send('PUT', `${many}/${other}/agents`, { agent_uuids: ['x'] });
    expect(wrong.status).toBe(404);
    expect((await send('GET', `${many}/nothing/agents`)).status).toBe(404);
    expect((await send('GET', `${agents}/${uuid}/usage`)).body.usage.measurements).toEqual([]);
  });
});

describe('a key of another provider', () => {
  it('is renamed without being lost, and never shown', async () => {
    const { send } = createWorld();
    const many = '/v2/gen-ai/anthropic/keys';
    const made = await send('POST', many, { name: 'ours', api_key: 'hidden' });
    const one = `${many}/${made.body.api_key_info.uuid}`;
    await send('PUT', one, { name: 'theirs' });
    const { body } = await send('GET', one);
    expect(body.api_key_info).toMatchObject({
      ...made.body.api_key_info,
      name: 'theirs',
      updated_at: expect.any(String),
    });
    expect(JSON.stringify([made.body, body])).not.toContain('hidden');
  });
});

describe('a model router', () => {
  const many = '/v2/gen-ai/models/routers';
  const policy = { custom_task: { name: 'bills', description: 'Money.' } };

  it('keeps its policies until others are given', async () => {
    const { send, models } = await prepare();
    const policies = [{ ...policy, models: [models[0].id] }];
    const made = await send('POST', many, { name: 'mine', policies });
    expect(made.body.model_router).toMatchObject({ name: 'mine', config: { policies } });
    const one = `${many}/${made.body.model_router.uuid}`;
    await send('PUT', one, { fallback_models: [models[1].id] });
    expect((await send('GET', one)).body.model_router.config).toEqual({
      policies,
      fallback_models: [models[1].id],
    });
    expect((await send('POST', many, { name: 'mine', policies })).status).toBe(400);
    expect((await send('DELETE', one)).status).toBe(200);
    expect((await send('GET', one)).status).toBe(404);
  });

  it.each([
    ['an unknown model', [{ ...policy, models: ['nothing'] }], 400],
    ['no task', [{ models: [] }], 400],
    ["a task of DigitalOcean's", [{ task_slug: 'summarization', models: [] }], 501],
  ])('with %s is refused', async (_, policies, status) => {
    const { send } = createWorld();
    expect((await send('POST', many, { name: 'mine', policies })).status).toBe(status);
    expect((await send('GET', many)).body.model_routers).toEqual([]);
  });
});

describe('what agents and knowledge bases answer', () => {
  it('is as DigitalOcean documents it', async () => {
    const { send, pass, make, newBase, agents, bases } = await prepare();
    const { uuid: base } = (await send('POST', bases, newBase)).body.knowledge_base;
    const { uuid } = await make({ knowledge_base_uuid: [base] });
    pass(600);
    await send('POST', `${agents}/${uuid}/api_keys`, { name: 'shop' });
    const description = await loadOpenApi();
    for (const path of [
      agents,
      `${agents}/${uuid}`,
      `${agents}/${uuid}/api_keys`,
      `${agents}/${uuid}/versions`,
      `${agents}/${uuid}/child_agents`,
      bases,
      `${bases}/${base}`,
      `${bases}/${base}/data_sources`,
      `${bases}/${base}/indexing_jobs`,
      '/v2/gen-ai/indexing_jobs',
      '/v2/gen-ai/models',
      '/v2/gen-ai/models/api_keys',
      '/v2/gen-ai/regions',
    ]) {
      const reply = await send('GET', path);
      expect(reply.status, path).toBe(200);
      expect(description.check('GET', path, reply.status, reply.body), path).toEqual([]);
    }
  });

  it('of keys of models is that they are made elsewhere', async () => {
    const { send } = createWorld();
    const keys = '/v2/gen-ai/models/api_keys';
    expect((await send('POST', keys, { name: 'any' })).status).toBe(410);
    expect((await send('DELETE', `${keys}/any`)).status).toBe(404);
  });
});
