// Apps: the phases of a deployment, secrets, logs and health.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const spec = {
  name: 'my-app',
  services: [{ name: 'web', image: { registry_type: 'DOCKER_HUB', repository: 'nginx' } }],
};

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
