// Apps: deployments, logs and health.
import type { Walker } from './walker.ts';

export const walkApps = async ({ get, post, call, crud, pass }: Walker) => {
  await get('/v2/apps/regions');
  await get('/v2/apps/tiers/instance_sizes');
  await get('/v2/apps/tiers/instance_sizes/apps-s-1vcpu-1gb');
  const spec = {
    name: 'walk',
    services: [
      {
        name: 'web',
        image: { registry_type: 'DOCKER_HUB', repository: 'nginx' },
        envs: [{ key: 'TOKEN', value: 'walk', type: 'SECRET' }],
      },
    ],
  };
  await post('/v2/apps/propose', { spec });
  const { app } = await post('/v2/apps', { spec });
  const home = `/v2/apps/${app.id}`;
  await crud('/v2/apps', home);
  await get(`${home}/deployments/${app.pending_deployment.id}`);
  await get(`${home}/deployments/${app.pending_deployment.id}/logs?type=BUILD`);
  pass(60);
  await get(home);
  pass(80);
  await get(home);
  await get(`${home}/logs?type=RUN`);
  await get(`${home}/health`);
  await get(`${home}/components/web/logs?type=RUN`);
  await get(`${home}/deployments/${app.pending_deployment.id}/components/web/logs?type=BUILD`);
  const { deployment } = await post(`${home}/deployments`, { force_build: true });
  await get(`${home}/deployments`);
  await post(`${home}/deployments/${deployment.id}/cancel`);
  await call('PUT', home, { spec: { ...spec, disable_edge_cache: true } });
  pass(130);
  await get(`${home}/deployments`);
  await walkReleases({ get, post, pass }, home, app.pending_deployment.id);
  await call('DELETE', home);
};

/** Restarts an app and takes it back to an earlier deployment, once for good and once not. */
const walkReleases = async (
  { get, post, pass }: Pick<Walker, 'get' | 'post' | 'pass'>,
  home: string,
  earlier: string,
) => {
  await get(`${home}/instances`);
  await post(`${home}/restart`, { components: ['web'] });
  pass(60);
  const back = { deployment_id: earlier };
  await post(`${home}/rollback/validate`, back);
  for (const end of ['commit', 'revert']) {
    await post(`${home}/rollback`, back);
    await get(home);
    await post(`${home}/rollback/${end}`);
    pass(130);
  }
  const [{ id }] = (await get(`${home}/events?event_types=DEPLOYMENT`)).events;
  await get(`${home}/events/${id}`);
};
