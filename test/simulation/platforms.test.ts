// Kubernetes clusters, managed databases and apps: their states over time.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const cluster = {
  name: 'c',
  region: 'nyc3',
  version: '1.35',
  node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 2 }],
};
const database = {
  name: 'my-db',
  engine: 'pg',
  num_nodes: 1,
  size: 'db-s-1vcpu-1gb',
  region: 'nyc3',
};
const spec = {
  name: 'my-app',
  services: [{ name: 'web', image: { registry_type: 'DOCKER_HUB', repository: 'nginx' } }],
};

describe('a cluster', () => {
  it('is provisioned, runs, and its nodes are Droplets', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/kubernetes/clusters', cluster);
    expect(made.status).toBe(201);
    const path = `/v2/kubernetes/clusters/${made.body.kubernetes_cluster.id}`;
    const read = async () => (await send('GET', path)).body.kubernetes_cluster;
    expect(await read()).toMatchObject({
      status: { state: 'provisioning' },
      version: '1.35.2-do.0',
      endpoint: '',
    });
    expect((await send('GET', `${path}/kubeconfig`)).status).toBe(412);
    pass(180);
    const running = await read();
    expect(running.status.state).toBe('running');
    expect(running.endpoint).toContain(running.id);
    const [node] = running.node_pools[0].nodes;
    expect(node.status.state).toBe('running');
    expect((await send('GET', `/v2/droplets/${node.droplet_id}`)).body.droplet.tags).toContain(
      'k8s:worker',
    );
  });

  it('hands out a kubeconfig as YAML, with a token that differs each time', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/kubernetes/clusters')).body.kubernetes_clusters;
    const path = `/v2/kubernetes/clusters/${id}/kubeconfig`;
    const first = await send('GET', path);
    expect(first.headers.get('content-type')).toBe('application/yaml');
    expect(first.body).toContain('kind: Config');
    expect((await send('GET', path)).body).not.toBe(first.body);
    const credentials = await send(
      'GET',
      `/v2/kubernetes/clusters/${id}/credentials?expiry_seconds=60`,
    );
    expect(credentials.body.expires_at).toBe('2026-11-24T12:01:00Z');
  });

  it('is deleted in the background, with its nodes', async () => {
    const { send, pass } = createWorld();
    const [{ id, node_pools: pools }] = (await send('GET', '/v2/kubernetes/clusters')).body
      .kubernetes_clusters;
    expect((await send('DELETE', `/v2/kubernetes/clusters/${id}`)).status).toBe(204);
    const path = `/v2/kubernetes/clusters/${id}`;
    expect((await send('GET', path)).body.kubernetes_cluster.status.state).toBe('deleting');
    pass(30);
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('GET', `/v2/droplets/${pools[0].nodes[0].droplet_id}`)).status).toBe(404);
  });

  it('turns on high availability by itself from version 1.36 on, and never off again', async () => {
    const { send } = createWorld();
    const make = async (name: string, version: string) =>
      (await send('POST', '/v2/kubernetes/clusters', { ...cluster, name, version })).body
        .kubernetes_cluster;
    expect((await make('old', '1.35')).ha).toBe(false);
    const latest = await make('new', 'latest');
    expect(latest.ha).toBe(true);
    const put = await send('PUT', `/v2/kubernetes/clusters/${latest.id}`, {
      name: 'new',
      ha: false,
    });
    expect(put.status).toBe(422);
  });

  it.each([
    ['an unknown version', { version: '1.2' }],
    ['an unknown size', { node_pools: [{ name: 'p', size: 's-1vcpu-1gb', count: 1 }] }],
    ['no node pools', { node_pools: [] }],
    ['an empty pool', { node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 0 }] }],
    ['a reserved tag', { tags: ['k8s-mine'] }],
    ['incomplete single sign-on', { sso: { enabled: true } }],
    [
      'more nodes than the account may have',
      { node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 60 }] },
    ],
    ['a worker subnet but no VPC network', { worker_subnet_uuid: 'x' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/kubernetes/clusters', { ...cluster, ...change })).status).toBe(
      422,
    );
  });

  it('grows and shrinks by its pools', async () => {
    const { send, pass } = createWorld();
    const [{ id, node_pools: pools }] = (await send('GET', '/v2/kubernetes/clusters')).body
      .kubernetes_clusters;
    const path = `/v2/kubernetes/clusters/${id}/node_pools/${pools[0].id}`;
    await send('PUT', path, { name: 'pool-main', count: 3 });
    const states = async () =>
      (await send('GET', path)).body.node_pool.nodes.map(
        (it: { status: { state: string } }) => it.status.state,
      );
    expect(await states()).toEqual(['running', 'running', 'provisioning']);
    pass(90);
    expect(await states()).toEqual(['running', 'running', 'running']);
    await send('PUT', path, { name: 'pool-main', count: 1 });
    expect(await states()).toEqual(['running']);
  });
});

describe('a database', () => {
  it('is created with its credentials and comes online', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/databases', database);
    expect(made.status).toBe(201);
    expect(made.body.database).toMatchObject({ status: 'creating', version: '17' });
    expect(made.body.database.connection.password).toMatch(/^AVNS_/);
    pass(239);
    const path = `/v2/databases/${made.body.database.id}`;
    expect((await send('GET', path)).body.database.status).toBe('creating');
    pass(1);
    expect((await send('GET', path)).body.database.status).toBe('online');
  });

  it('is resized while it says so', async () => {
    const { send, pass } = createWorld();
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const resize = () =>
      send('PUT', `/v2/databases/${id}/resize`, { size: 'db-s-2vcpu-4gb', num_nodes: 2 });
    expect((await resize()).status).toBe(202);
    expect((await send('GET', `/v2/databases/${id}`)).body.database.status).toBe('resizing');
    expect((await resize()).status).toBe(412);
    pass(120);
    const { database: done } = (await send('GET', `/v2/databases/${id}`)).body;
    expect(done).toMatchObject({ status: 'online', size: 'db-s-2vcpu-4gb', num_nodes: 2 });
    expect(done).toHaveProperty('standby_connection');
  });

  it.each([
    ['an unknown engine', { engine: 'oracle' }],
    ['redis, which Valkey replaced', { engine: 'redis' }],
    ['an unknown version', { version: '1' }],
    ['too many nodes', { num_nodes: 9 }],
    ['an unknown size', { size: 's-1vcpu-1gb' }],
    ['a name that is taken', { name: 'shop-db' }],
    ['an unknown origin', { backup_restore: { database_name: 'nothing' } }],
    ['an unknown project', { project_id: 'nothing' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/databases', { ...database, ...change })).status).toBe(422);
  });

  it('made from a backup forks first', async () => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/databases', {
      ...database,
      backup_restore: { database_name: 'shop-db' },
    });
    expect(reply.body.database.status).toBe('forking');
  });

  it('is found by tag', async () => {
    const { send } = createWorld();
    await send('POST', '/v2/databases', { ...database, tags: ['db'] });
    expect((await send('GET', '/v2/databases?tag_name=db')).body.databases).toHaveLength(1);
  });
});

describe('an app', () => {
  const phases = async (pass: (seconds: number) => void, read: () => Promise<string>) => {
    const seen: string[] = [await read()];
    for (const seconds of [5, 65, 5, 45]) {
      pass(seconds);
      seen.push(await read());
    }
    return seen;
  };

  it('goes through the phases of its first deployment and is then live', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/apps', { spec });
    expect(made.status).toBe(200);
    const { app } = made.body;
    expect(app).toMatchObject({ live_url: '', pending_deployment: { phase: 'PENDING_BUILD' } });
    const path = `/v2/apps/${app.id}/deployments/${app.pending_deployment.id}`;
    const seen = await phases(pass, async () => (await send('GET', path)).body.deployment.phase);
    expect(seen).toEqual(['PENDING_BUILD', 'BUILDING', 'PENDING_DEPLOY', 'DEPLOYING', 'ACTIVE']);
    const { app: live } = (await send('GET', `/v2/apps/${app.id}`)).body;
    expect(live.live_url).toMatch(/^https:\/\/my-app-.*ondigitalocean\.app$/);
    expect(live.active_deployment.progress).toMatchObject({ success_steps: 6, total_steps: 6 });
  });

  it('that is deployed again supersedes what was under way, and what was active once it is live', async () => {
    const { send, pass } = createWorld();
    const { app } = (await send('POST', '/v2/apps', { spec })).body;
    const path = `/v2/apps/${app.id}/deployments`;
    const all = async () =>
      (await send('GET', path)).body.deployments.map(({ phase }: { phase: string }) => phase);
    pass(10);
    await send('POST', path, {});
    expect(await all()).toEqual(['PENDING_BUILD', 'SUPERSEDED']);
    pass(120);
    await send('POST', path, {});
    expect(await all()).toEqual(['PENDING_BUILD', 'ACTIVE', 'SUPERSEDED']);
    pass(120);
    expect(await all()).toEqual(['ACTIVE', 'SUPERSEDED', 'SUPERSEDED']);
  });

  it('can have a deployment canceled while it is under way, and goes on with the old one', async () => {
    const { send, pass } = createWorld();
    const [{ id, active_deployment: active }] = (await send('GET', '/v2/apps')).body.apps;
    const { deployment } = (await send('POST', `/v2/apps/${id}/deployments`, {})).body;
    const path = `/v2/apps/${id}/deployments/${deployment.id}/cancel`;
    expect((await send('POST', path)).body.deployment.phase).toBe('CANCELED');
    expect((await send('POST', path)).status).toBe(400);
    pass(600);
    expect((await send('GET', `/v2/apps/${id}`)).body.app.active_deployment.id).toBe(active.id);
  });

  it('that fails to build says so', async () => {
    const { send, pass, simulation } = createWorld();
    simulation.faults.add({ action_errors: 'deployment' });
    const { app } = (await send('POST', '/v2/apps', { spec })).body;
    pass(600);
    const path = `/v2/apps/${app.id}/deployments/${app.pending_deployment.id}`;
    const { deployment } = (await send('GET', path)).body;
    expect(deployment).toMatchObject({ phase: 'ERROR', progress: { error_steps: 1 } });
  });

  it('answers secrets sealed, and keeps sealed ones as they are', async () => {
    const { send } = createWorld();
    const withSecret = (value: string) => ({
      ...spec,
      envs: [{ key: 'PLAIN', value: 'seen' }],
      services: [{ ...spec.services[0], envs: [{ key: 'KEY', value, type: 'SECRET' }] }],
    });
    const { app } = (await send('POST', '/v2/apps', { spec: withSecret('hush') })).body;
    const [sealed] = app.spec.services[0].envs;
    expect(sealed.value).toMatch(/^EV\[/);
    expect(JSON.stringify(app)).not.toContain('hush');
    expect(app.spec.envs[0].value).toBe('seen');
    const put = await send('PUT', `/v2/apps/${app.id}`, { spec: withSecret(sealed.value) });
    expect(put.body.app.spec.services[0].envs[0].value).toBe(sealed.value);
  });

  it.each([
    ['no spec', {}, 400],
    ['an impossible name', { spec: { ...spec, name: 'My App' } }, 400],
    ['no components', { spec: { name: 'empty' } }, 400],
    ['a component without a source', { spec: { ...spec, services: [{ name: 'web' }] } }, 400],
    [
      'an unknown size',
      { spec: { ...spec, services: [{ ...spec.services[0], instance_size_slug: 'huge' }] } },
      400,
    ],
    ['an unknown region', { spec: { ...spec, region: 'mars' } }, 400],
    ['a name that is taken', { spec: { ...spec, name: 'storefront' } }, 409],
    ['an unknown project', { spec, project_id: 'nothing' }, 422],
  ])('with %s is refused', async (_, body, status) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/apps', body)).status).toBe(status);
  });

  it('shows its logs under signed addresses that ask for no token', async () => {
    const { send, simulation } = createWorld();
    const [{ id, active_deployment: active }] = (await send('GET', '/v2/apps')).body.apps;
    const run = (await send('GET', `/v2/apps/${id}/components/web/logs?type=RUN`)).body;
    const origin = new URL(run.live_url).origin;
    expect(origin).toBe('https://api.digitalocean.com');
    const read = async (address: string) => {
      const response = await simulation.fetch(new Request(address));
      return { status: response.status, text: await response.text() };
    };
    expect((await read(run.live_url)).text).toContain('listening on 0.0.0.0:8080');
    const build = (await send('GET', `/v2/apps/${id}/deployments/${active.id}/logs?type=BUILD`))
      .body;
    expect((await read(build.historic_urls[0])).text).toContain('build complete');
    const forged = run.live_url.replace(/signature=.{4}/, 'signature=0000');
    expect((await read(forged)).status).toBe(403);
    expect((await send('GET', `/v2/apps/${id}/components/nothing/logs?type=RUN`)).status).toBe(404);
  });

  it('is deleted with 200 and its id', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/apps')).body.apps;
    const gone = await send('DELETE', `/v2/apps/${id}`);
    expect([gone.status, gone.body]).toEqual([200, { id }]);
    expect((await send('GET', `/v2/apps/${id}`)).status).toBe(404);
  });
});

describe('a user of a database', () => {
  const make = async (engine: string, body: object, size = 'db-s-2vcpu-4gb', num_nodes = 1) => {
    const world = createWorld({ speed: 'instant' });
    const order = { name: 'fresh-db', engine, size, num_nodes, region: 'nyc3' };
    const { database } = (await world.send('POST', '/v2/databases', order)).body;
    const path = `/v2/databases/${database.id}/users`;
    return { ...world, path, reply: await world.send('POST', path, { name: 'app', ...body }) };
  };

  it('of MySQL keeps how it proves itself', async () => {
    const mysql_settings = { auth_plugin: 'mysql_native_password' };
    const { send, path, reply } = await make('mysql', { mysql_settings });
    expect(reply.body.user.mysql_settings).toEqual(mysql_settings);
    expect((await send('GET', `${path}/app`)).body.user.mysql_settings).toEqual(mysql_settings);
    const other = { auth_plugin: 'caching_sha2_password' };
    const reset = await send('POST', `${path}/app/reset_auth`, { mysql_settings: other });
    expect(reset.body.user.mysql_settings).toEqual(other);
    expect(reset.body.user.password).not.toBe(reply.body.user.password);
  });

  it('of Kafka keeps its rights on topics, each with an id', async () => {
    const acl = [{ topic: 'orders.*', permission: 'produce' }];
    const { send, path, reply } = await make('kafka', { settings: { acl } }, 'db-s-2vcpu-2gb', 3);
    expect(reply.body.user.settings.acl).toMatchObject(acl);
    expect(reply.body.user.settings.acl[0].id).toBeTruthy();
    const more = [...reply.body.user.settings.acl, { topic: 'bills', permission: 'consume' }];
    await send('PUT', `${path}/app`, { settings: { acl: more } });
    const read = (await send('GET', path)).body.users.at(-1);
    expect(read.settings.acl).toMatchObject(more);
  });

  it('of an engine that has no such setting is refused', async () => {
    const { reply } = await make('pg', {
      mysql_settings: { auth_plugin: 'caching_sha2_password' },
    });
    expect(reply.status).toBe(422);
  });
});

describe('an app from an image', () => {
  it('shows the image’s digest and no commit, since when it runs, and that it is well', async () => {
    const { send, pass } = createWorld();
    const image = { registry_type: 'DOCKER_HUB', registry: 'library', repository: 'nginx' };
    const web = { name: 'web', image, instance_size_slug: 'apps-s-1vcpu-1gb', instance_count: 2 };
    const { app } = (await send('POST', '/v2/apps', { spec: { name: 'hello', services: [web] } }))
      .body;
    const health = async () => (await send('GET', `/v2/apps/${app.id}/health`)).body.app_health;
    expect(app).not.toHaveProperty('last_deployment_active_at');
    expect((await health()).components).toEqual([]);
    pass(120);
    const read = (await send('GET', `/v2/apps/${app.id}`)).body.app;
    expect(read.last_deployment_active_at).toBe('2026-11-24T12:02:00Z');
    const [service] = read.active_deployment.services;
    expect(service.source_image_digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(service).not.toHaveProperty('source_commit_hash');
    expect((await health()).components).toMatchObject([
      { name: 'web', state: 'HEALTHY', replicas_desired: 2, replicas_ready: 2 },
    ]);
  });
});
