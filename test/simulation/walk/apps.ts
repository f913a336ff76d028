// Apps: deployments, logs and health.
import type { Walker } from './walker.ts';

export const walkApps = async ({ get, post, call, crud, pass }: Walker) => {
  await get('/v2/apps/regions');
  await get('/v2/apps/tiers/instance_sizes');
  await get('/v2/apps/tiers/instance_sizes/apps-s-1vcpu-1gb');
  const spec = {
    name: 'walk',
    alerts: [{ rule: 'DEPLOYMENT_FAILED' }],
    jobs: [
      {
        name: 'tidy',
        schedule: { cron: '* * * * *', time_zone: 'UTC' },
        image: { registry_type: 'DOCKER_HUB', repository: 'busybox' },
      },
    ],
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
  await walkRest({ get, post, pass }, home, app.id);
  await walkReleases({ get, post, pass }, home, app.pending_deployment.id);
  await call('DELETE', home);
};

/** What an app tells of itself besides its health. */
const walkRest = async (
  { get, post, pass }: Pick<Walker, 'get' | 'post' | 'pass'>,
  home: string,
  id: string,
) => {
  const [alert] = (await get(`${home}/alerts`)).alerts;
  const emails = { emails: ['sam@example.com'] };
  await post(`${home}/alerts/${alert.id}/destinations`, emails);
  await get(`${home}/metrics/bandwidth_daily?date=2026-11-20T00:00:00Z`);
  await post('/v2/apps/metrics/bandwidth_daily', { app_ids: [id] });
  const latest = async () =>
    (await get(`${home}/job-invocations?job_names=tidy`)).job_invocations[0];
  pass(60);
  // A run takes half of each minute, and only one that has not ended can be canceled.
  if ((await latest()).completed_at !== undefined) pass(30);
  const run = await latest();
  await get(`${home}/job-invocations/${run.id}`);
  await post(`${home}/job-invocations/${run.id}/cancel`);
  await get(`${home}/jobs/tidy/invocations/${run.id}/logs?type=JOB_INVOCATION`);
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
