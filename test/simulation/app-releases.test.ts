// Apps after their first release: restarts, rollbacks that pin, their ends, containers and events.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const web = { name: 'web', image: { registry_type: 'DOCKER_HUB', repository: 'nginx' } };
const spec = { name: 'my-app', region: 'nyc', services: [{ ...web, http_port: 8080 }] };

/** A world with an app whose second deployment, with another port, is live. */
const createApp = async (first: object = spec, second: object = { ...spec, services: [web] }) => {
  const world = createWorld();
  const { send, pass } = world;
  const { app } = (await send('POST', '/v2/apps', { spec: first })).body;
  const home = `/v2/apps/${app.id}`;
  pass(130);
  await send('PUT', home, { spec: second });
  pass(130);
  const read = async () => (await send('GET', home)).body.app;
  const back = (path: string, more: object = {}) =>
    send('POST', `${home}/rollback${path}`, { deployment_id: app.pending_deployment.id, ...more });
  return { ...world, home, first: app.pending_deployment.id, read, back };
};

describe('a rollback', () => {
  it('brings the earlier spec back without building it, and pins the app', async () => {
    const { send, pass, home, first, read, back } = await createApp();
    expect((await back('/validate')).body).toEqual({ valid: true, warnings: [] });
    const { deployment } = (await back('')).body;
    expect(deployment).toMatchObject({ phase: 'PENDING_BUILD', cloned_from: first });
    pass(50);
    const app = await read();
    expect(app.active_deployment).toMatchObject({ id: deployment.id, phase: 'ACTIVE' });
    expect(app.pinned_deployment.id).toBe(deployment.id);
    expect(app.spec.services[0].http_port).toBe(8080);
    for (const [method, path, body] of [
      ['POST', `${home}/deployments`, {}],
      ['POST', `${home}/restart`, {}],
      ['PUT', home, { spec }],
    ] as const) {
      expect(`${path} ${(await send(method, path, body)).status}`).toBe(`${path} 400`);
    }
    const again = await back('/validate');
    expect(again.body).toMatchObject({ valid: false, error: { code: 'app_pinned' } });
    expect((await back('')).status).toBe(400);
  });

  it('that is committed stays and lets the app go on', async () => {
    const { send, pass, home, read, back } = await createApp();
    await back('');
    pass(50);
    expect((await send('POST', `${home}/rollback/commit`)).status).toBe(200);
    expect(await read()).not.toHaveProperty('pinned_deployment');
    expect((await read()).spec.services[0].http_port).toBe(8080);
    expect((await send('POST', `${home}/deployments`, {})).status).toBe(200);
    expect((await send('POST', `${home}/rollback/commit`)).status).toBe(400);
  });

  it('that is reverted builds again what was there before', async () => {
    const { send, pass, home, read, back } = await createApp();
    await back('');
    pass(50);
    const { deployment } = (await send('POST', `${home}/rollback/revert`)).body;
    pass(130);
    const app = await read();
    expect(app.active_deployment.id).toBe(deployment.id);
    expect(app.spec.services[0]).not.toHaveProperty('http_port');
    expect((await send('POST', `${home}/rollback/revert`)).status).toBe(400);
  });

  it('can leave the app unpinned', async () => {
    const { send, home, read, back } = await createApp();
    await back('', { skip_pin: true });
    expect(await read()).not.toHaveProperty('pinned_deployment');
    expect((await send('POST', `${home}/deployments`, {})).status).toBe(200);
  });

  it('is not possible to what runs, to what never ran, into another region or to other databases', async () => {
    const { send, pass, home, read } = await createApp();
    const ask = async (deployment: string) =>
      (await send('POST', `${home}/rollback/validate`, { deployment_id: deployment })).body.error
        ?.code;
    const { active_deployment: active } = await read();
    expect(await ask(active.id)).toBe('incompatible_phase');
    const { deployment: stopped } = (await send('POST', `${home}/deployments`, {})).body;
    expect(await ask(stopped.id)).toBe('incompatible_phase');
    await send('POST', `${home}/deployments/${stopped.id}/cancel`);
    expect(await ask(stopped.id)).toBe('incompatible_result');
    const database = { name: 'db', engine: 'PG' };
    await send('PUT', home, { spec: { ...spec, databases: [database] } });
    pass(130);
    expect(await ask(active.id)).toBe('database_config_conflict');
    await send('PUT', home, { spec: { ...spec, region: 'fra' } });
    pass(130);
    expect(await ask(active.id)).toBe('region_conflict');
    expect(
      (await send('POST', `${home}/rollback`, { deployment_id: active.id })).body.message,
    ).toContain('region_conflict');
    expect((await send('POST', `${home}/rollback`, { deployment_id: 'none' })).status).toBe(404);
  });

  it('reaches back ten successful deployments', async () => {
    const { send, pass, home, back } = await createApp();
    for (let count = 0; count < 9; count += 1) {
      await send('POST', `${home}/deployments`, {});
      pass(130);
    }
    expect((await back('/validate')).body.error.code).toBe('exceeded_revision_limit');
  });

  it('builds static sites again, which is told before', async () => {
    const sites = { ...spec, static_sites: [{ name: 'pages', github: { repo: 'a/b' } }] };
    const { pass, read, back } = await createApp(sites);
    expect((await back('/validate')).body).toMatchObject({
      valid: true,
      warnings: [{ code: 'static_site_requires_rebuild', components: ['pages'] }],
    });
    await back('');
    pass(50);
    expect((await read()).in_progress_deployment.phase).toBe('BUILDING');
  });
});

describe('the containers of an app', () => {
  it('are listed with the active deployment’s names and are others after a restart', async () => {
    const two = {
      ...spec,
      services: [{ ...web, instance_size_slug: 'apps-s-1vcpu-1gb', instance_count: 2 }],
    };
    const { send, pass, home } = await createApp(two, two);
    const names = async () =>
      (await send('GET', `${home}/instances`)).body.instances.map(
        (it: { instance_name: string }) => it.instance_name,
      );
    const before = await names();
    expect(before).toHaveLength(2);
    const restarted = await send('POST', `${home}/restart`, { components: ['web'] });
    expect(restarted.body.deployment.cloned_from).toBeDefined();
    pass(50);
    const after = await names();
    expect(after).toHaveLength(2);
    expect(after.filter((name: string) => before.includes(name))).toEqual([]);
    expect((await send('POST', `${home}/restart`, { components: ['nobody'] })).status).toBe(400);
  });

  it('do not exist before the first release, and cannot be restarted then', async () => {
    const { send } = createWorld();
    const { app } = (await send('POST', '/v2/apps', { spec })).body;
    expect((await send('GET', `/v2/apps/${app.id}/instances`)).body.instances).toEqual([]);
    expect((await send('POST', `/v2/apps/${app.id}/restart`, {})).status).toBe(404);
  });
});

describe('the events of an app', () => {
  it('are its deployments, newest first, and none of other types', async () => {
    const { send, home, first } = await createApp();
    const { events } = (await send('GET', `${home}/events`)).body;
    expect(events.map((it: { type: string }) => it.type)).toEqual(['DEPLOYMENT', 'DEPLOYMENT']);
    expect(events[1]).toMatchObject({ deployment_id: first, deployment: { phase: 'SUPERSEDED' } });
    const one = await send('GET', `${home}/events/${events[1].id}`);
    expect(one.body.event).toEqual(events[1]);
    expect((await send('GET', `${home}/events?event_types=AUTOSCALING`)).body.events).toEqual([]);
    expect((await send('GET', `${home}/events/${first}`)).status).toBe(404);
  });
});
