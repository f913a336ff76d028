// Apps in operation: alerts and where they go, scheduled jobs and their runs, bandwidth; and what uptime checks measure.
import { describe, expect, it } from 'vitest';
import { dueBetween } from '../../src/simulation/areas/apps/jobs/schedule.ts';
import { createWorld } from './world.ts';

const image = { registry_type: 'DOCKER_HUB', repository: 'nginx' };
const spec = {
  name: 'my-app',
  alerts: [{ rule: 'DEPLOYMENT_FAILED' }],
  services: [
    {
      name: 'web',
      image,
      alerts: [
        { rule: 'CPU_UTILIZATION', operator: 'GREATER_THAN', value: 80, window: 'FIVE_MINUTES' },
      ],
    },
  ],
  jobs: [
    {
      name: 'tidy',
      image,
      kind: 'SCHEDULED',
      schedule: { cron: '*/10 * * * *', time_zone: 'UTC' },
    },
    { name: 'migrate', image, kind: 'PRE_DEPLOY' },
  ],
};

/** A world with a live app since two minutes after noon. */
const createApp = async () => {
  const world = createWorld();
  const { app } = (await world.send('POST', '/v2/apps', { spec })).body;
  world.pass(180);
  return { ...world, home: `/v2/apps/${app.id}`, id: app.id };
};

describe('the alerts of an app', () => {
  it('are those of its spec and of its components', async () => {
    const { send, home } = await createApp();
    const { alerts } = (await send('GET', `${home}/alerts`)).body;
    expect(alerts).toMatchObject([
      { spec: { rule: 'DEPLOYMENT_FAILED' }, phase: 'ACTIVE', emails: [] },
      { spec: { rule: 'CPU_UTILIZATION', value: 80 }, component_name: 'web' },
    ]);
  });

  it('go where they are sent, replaced each time, also after the app is changed', async () => {
    const { send, home } = await createApp();
    const [alert] = (await send('GET', `${home}/alerts`)).body.alerts;
    const path = `${home}/alerts/${alert.id}/destinations`;
    const emails = ['sam@example.com'];
    expect((await send('POST', path, { emails })).body.alert.emails).toEqual(emails);
    await send('PUT', home, { spec });
    const read = async () => (await send('GET', `${home}/alerts`)).body.alerts[0];
    expect((await read()).emails).toEqual(emails);
    const hook = { url: 'https://hooks.slack.com/services/T0/B0/x', channel: 'ops' };
    await send('POST', path, { slack_webhooks: [hook] });
    expect(await read()).toMatchObject({ emails: [], slack_webhooks: [hook] });
  });

  it('go to nobody outside, and no other alerts exist', async () => {
    const { send, home } = await createApp();
    const [alert] = (await send('GET', `${home}/alerts`)).body.alerts;
    const redirect = (id: string) =>
      send('POST', `${home}/alerts/${id}/destinations`, { emails: ['eve@example.com'] });
    expect((await redirect(alert.id)).status).toBe(400);
    expect((await redirect('another')).status).toBe(404);
  });
});

describe('a scheduled job', () => {
  it('runs when it is due, since its app is live', async () => {
    const { send, pass, home } = await createApp();
    const runs = async () =>
      (await send('GET', `${home}/job-invocations`)).body.job_invocations.map(
        (it: { created_at: string; phase: string }) => `${it.created_at} ${it.phase}`,
      );
    expect(await runs()).toEqual([]);
    pass(7 * 60);
    expect(await runs()).toEqual(['2026-11-24T12:10:00Z PENDING']);
    pass(10);
    expect(await runs()).toEqual(['2026-11-24T12:10:00Z RUNNING']);
    pass(600);
    expect(await runs()).toEqual([
      '2026-11-24T12:20:00Z RUNNING',
      '2026-11-24T12:10:00Z SUCCEEDED',
    ]);
    const none = await send('GET', `${home}/job-invocations?job_names=migrate`);
    expect(none.body.job_invocations).toEqual([]);
  });

  it('can be canceled while it runs, and stays so', async () => {
    const { send, pass, home } = await createApp();
    pass(7 * 60 + 10);
    const [{ id }] = (await send('GET', `${home}/job-invocations`)).body.job_invocations;
    const one = `${home}/job-invocations/${id}`;
    expect((await send('POST', `${one}/cancel`)).body.phase).toBe('CANCELED');
    pass(120);
    expect((await send('GET', one)).body).toMatchObject({
      phase: 'CANCELED',
      completed_at: '2026-11-24T12:10:10Z',
      trigger: { type: 'SCHEDULE', scheduled: { schedule: { cron: '*/10 * * * *' } } },
    });
    expect((await send('POST', `${one}/cancel`)).status).toBe(400);
    expect((await send('GET', `${one}?job_name=migrate`)).status).toBe(404);
  });

  it('writes a log, live while it runs and archived afterwards, behind a signed address', async () => {
    const { send, pass, home, simulation } = await createApp();
    pass(7 * 60 + 10);
    const [{ id }] = (await send('GET', `${home}/job-invocations`)).body.job_invocations;
    const logs = async () =>
      (await send('GET', `${home}/jobs/tidy/invocations/${id}/logs?type=JOB_INVOCATION`)).body;
    expect(await logs()).toMatchObject({ live_url: expect.any(String), historic_urls: [] });
    pass(60);
    const {
      historic_urls: [address],
      live_url: live,
    } = await logs();
    expect(live).toBeUndefined();
    const read = async (url: string) => (await simulation.fetch(new Request(url))).text();
    expect((await read(address)).split('\n')).toEqual([
      'tidy 2026-11-24T12:10:02Z started',
      'tidy 2026-11-24T12:10:32Z finished with exit code 0',
      '',
    ]);
    expect((await send('GET', `${home}/jobs/migrate/invocations/${id}/logs`)).status).toBe(404);
  });

  const at = (text: string): number => Date.parse(text);

  it.each([
    ['30 6 * * *', 'UTC', ['2026-11-24T06:30:00Z', '2026-11-23T06:30:00Z']],
    ['30 6 * * *', 'Asia/Kolkata', ['2026-11-24T01:00:00Z', '2026-11-23T01:00:00Z']],
    ['30 6 * * *', 'Nowhere/Else', ['2026-11-24T06:30:00Z', '2026-11-23T06:30:00Z']],
    ['0 9 * * 1', 'Europe/Berlin', ['2026-11-23T08:00:00Z']],
    ['0 0 23 * 2', 'UTC', ['2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z']],
    ['5,50 23 * * 0-6/2', 'UTC', ['2026-11-22T23:50:00Z', '2026-11-22T23:05:00Z']],
    ['every day', 'UTC', []],
    ['61 * * * *', 'UTC', []],
  ])('with %j in %s is due at %j', (cron, zone, due) => {
    const [from, to] = [at('2026-11-22T18:00:00Z'), at('2026-11-24T12:00:00Z')];
    const found = dueBetween({ cron, zone }, from, to, 10);
    expect(found).toEqual(due.map(at));
  });
});

describe('the domains of an app', () => {
  it('are set up where the account keeps their DNS, and wait for their owner elsewhere', async () => {
    const { send, pass } = createWorld();
    const domains = [{ domain: 'shop.example.com' }, { domain: 'shop.elsewhere.test' }];
    const order = { spec: { name: 'shop', domains, services: [{ name: 'web', image }] } };
    const { app } = (await send('POST', '/v2/apps', order)).body;
    const phases = async () =>
      (await send('GET', `/v2/apps/${app.id}`)).body.app.domains.map(
        (it: { phase: string }) => it.phase,
      );
    expect(await phases()).toEqual(['PENDING', 'PENDING']);
    pass(130);
    expect(await phases()).toEqual(['ACTIVE', 'CONFIGURING']);
    await send('POST', '/v2/domains', { name: 'elsewhere.test' });
    expect(await phases()).toEqual(['ACTIVE', 'ACTIVE']);
  });
});

describe('the bandwidth of apps', () => {
  it('is nothing, for one or several, yesterday unless told', async () => {
    const { send, home, id } = await createApp();
    const nothing = [{ app_id: id, bandwidth_bytes: '0' }];
    expect((await send('GET', `${home}/metrics/bandwidth_daily`)).body).toEqual({
      app_bandwidth_usage: nothing,
      date: '2026-11-23T00:00:00Z',
    });
    const body = { app_ids: [id, 'nobody'], date: '2026-11-20T15:00:00Z' };
    expect((await send('POST', '/v2/apps/metrics/bandwidth_daily', body)).body).toEqual({
      app_bandwidth_usage: nothing,
      date: '2026-11-20T00:00:00Z',
    });
    expect((await send('GET', `${home}/metrics/bandwidth_daily?date=soon`)).status).toBe(400);
  });
});

describe('an uptime check', () => {
  const state = async (order: object, seconds: number) => {
    const { send, pass } = createWorld();
    const { check } = (await send('POST', '/v2/uptime/checks', { name: 'x', ...order })).body;
    pass(seconds);
    return (await send('GET', `/v2/uptime/checks/${check.id}/state`)).body.state.regions;
  };
  const regions = ['us_east', 'eu_west'];

  it.each([
    ['https://example.com', 10, 'CHECKING'],
    ['https://example.com', 90, 'UP'],
    ['https://shop.invalid/start', 90, 'DOWN'],
  ])('of %s after %i seconds says %s from each of its regions', async (target, seconds, status) => {
    const found = await state({ type: 'https', target, regions }, seconds);
    expect(Object.keys(found)).toEqual(regions);
    for (const region of regions) expect(found[region].status).toBe(status);
  });

  it('has no state when there is none, or once it is deleted', async () => {
    const { send } = createWorld();
    const order = { name: 'x', type: 'ping', target: 'example.com', regions };
    const { check } = (await send('POST', '/v2/uptime/checks', order)).body;
    const path = `/v2/uptime/checks/${check.id}`;
    await send('DELETE', path);
    expect((await send('GET', `${path}/state`)).status).toBe(404);
  });
});
