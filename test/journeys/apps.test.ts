// Journeys about apps: deploying one, reading its logs, stopping a deployment, and what the spec keeps secret.
import { describe, expect, it } from 'vitest';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';
import { meetPerson, textAt } from './person.ts';

const spec = {
  name: 'newsletter',
  region: 'fra',
  services: [
    {
      name: 'api',
      github: { repo: 'example/newsletter', branch: 'main' },
      environment_slug: 'node-js',
      instance_size_slug: 'apps-s-1vcpu-0.5gb',
      instance_count: 1,
      http_port: 8080,
      envs: [{ key: 'MAIL_KEY', value: 'mail-key-in-clear', scope: 'RUN_TIME', type: 'SECRET' }],
    },
  ],
};

describe('an app', () => {
  it('"Deploy my newsletter from GitHub and show me that it runs"', async () => {
    const me = await meetPerson();
    const heard: string[] = [];
    const made = await me.ask(
      'apps_create',
      { spec, wait_seconds: 45 },
      { hear: (message) => heard.push(message) },
    );
    const app_id = textAt(made, 'id');
    const deployment_id = textAt(made, 'pending_deployment.id');
    expect(made).toMatchObject({ live_url: '', state: 'BUILDING' });
    expect(made['next']).toContain(`apps_get_deployment with app_id "${app_id}"`);
    expect(heard.at(-1)).toMatch(/^The deployment is BUILDING after \d+ seconds/);

    // Nothing is live yet, so there is no log of it either.
    const early = await me.refused('apps_get_logs_active_deployment_aggregate', {
      app_id,
      type: 'RUN',
    });
    expect(early.status).toBe(404);
    const live = await me.until(
      'apps_get_deployment',
      { app_id, deployment_id },
      'phase',
      'ACTIVE',
    );
    expect(live).toMatchObject({ progress: { success_steps: 6, error_steps: 0 } });
    const app = await me.ask('apps_get', { id: app_id });
    expect(textAt(app, 'live_url')).toMatch(/^https:\/\/newsletter-.*\.ondigitalocean\.app$/);
    expect(app).toMatchObject({
      active_deployment: { id: deployment_id, phase: 'ACTIVE' },
      region: { slug: 'fra' },
    });

    const build = await me.ask('apps_get_logs', {
      app_id,
      deployment_id,
      component_name: 'api',
      type: 'BUILD',
    });
    expect(build['logs']).toMatch(/installing dependencies\n.*building\n.*build complete\n/);
    const run = await me.ask('apps_get_logs_active_deployment', {
      app_id,
      component_name: 'api',
      type: 'RUN',
    });
    expect(run['logs']).toMatch(/^api .* listening on 0\.0\.0\.0:8080\n/);
    // The signed addresses of the logs are keys; they stay inside.
    expect(JSON.stringify([build, run])).not.toContain('signature');
    const wrong = await me.refused('apps_get_logs', {
      app_id,
      deployment_id,
      component_name: 'worker',
      type: 'RUN',
    });
    expect(wrong.status).toBe(404);
    expect((await me.every('apps_list')).map((one) => textAt(one, 'spec.name'))).toEqual([
      'storefront',
      'newsletter',
    ]);
  });

  it('"Deploy the storefront again" and "no, stop!": the live version stays', async () => {
    const me = await meetPerson();
    const [app] = await me.every('apps_list');
    const app_id = textAt(app ?? {}, 'id');
    const live = textAt(app ?? {}, 'active_deployment.id');
    const again = await me.ask('apps_create_deployment', { app_id, force_build: true });
    expect(again).toMatchObject({ phase: 'PENDING_BUILD', cause: 'manual' });
    expect(again['next']).toContain('apps_get_deployment');
    const deployment_id = textAt(again, 'id');
    await me.pass(10);
    expect(await me.ask('apps_get', { id: app_id })).toMatchObject({
      in_progress_deployment: { id: deployment_id },
    });

    const stopped = await me.ask('apps_cancel_deployment', {
      app_id,
      deployment_id,
      wait_seconds: 45,
    });
    expect(stopped).toMatchObject({ phase: 'CANCELED' });
    expect(await me.ask('apps_get', { id: app_id })).toMatchObject({
      active_deployment: { id: live, phase: 'ACTIVE' },
    });
    const late = await me.refused('apps_cancel_deployment', { app_id, deployment_id: live });
    expect(late.status).toBe(400);
    expect(late.message).toMatch(/ACTIVE cannot be canceled/);
    const phases = (await me.every('apps_list_deployments', { app_id })).map(({ phase }) => phase);
    expect(phases).toEqual(['CANCELED', 'ACTIVE']);
  });

  it('"Deploy the storefront twice in a row": the later deployment takes over', async () => {
    const me = await meetPerson();
    const [app] = await me.every('apps_list');
    const app_id = textAt(app ?? {}, 'id');
    const first = await me.ask('apps_create_deployment', { app_id });
    const second = await me.ask('apps_create_deployment', { app_id });
    const overtaken = await me.refused('apps_get_deployment', {
      app_id,
      deployment_id: first['id'],
      wait_seconds: 45,
    });
    expect(overtaken).toMatchObject({ code: 'work_failed' });
    expect(overtaken.message).toContain('SUPERSEDED');
    await me.until(
      'apps_get_deployment',
      { app_id, deployment_id: second['id'] },
      'phase',
      'ACTIVE',
    );
    expect(await me.ask('apps_get', { id: app_id })).toMatchObject({
      active_deployment: { id: second['id'] },
    });
  });

  it('"Why did the deployment fail?" is answered by the failure and its log', async () => {
    const me = await meetPerson();
    const [app] = await me.every('apps_list');
    const app_id = textAt(app ?? {}, 'id');
    me.faults.add({ action_errors: 'deployment' });
    const { id: deployment_id } = await me.ask('apps_create_deployment', { app_id });
    await me.ask('apps_get_deployment', { app_id, deployment_id, wait_seconds: 45 });
    const failed = await me.refused('apps_get_deployment', {
      app_id,
      deployment_id,
      wait_seconds: 45,
    });
    expect(failed).toMatchObject({ code: 'work_failed' });
    expect(failed.message).toContain('ERROR');
    const broken = await me.ask('apps_get_deployment', { app_id, deployment_id });
    expect(broken).toMatchObject({ phase: 'ERROR', progress: { error_steps: 1 } });
    const { logs } = await me.ask('apps_get_logs_aggregate', {
      app_id,
      deployment_id,
      type: 'BUILD',
    });
    expect(logs).toMatch(/build failed: exit status 1/);
    const run = await me.ask('apps_get_logs_aggregate', { app_id, deployment_id, type: 'RUN' });
    expect(run).toEqual({ logs: '', note: 'There are no logs yet.' });
    expect(await me.ask('apps_get', { id: app_id })).toMatchObject({
      active_deployment: { phase: 'ACTIVE' },
    });
  });

  it('"What is in the environment of my app?" shows names, not values, and values are not lost by writing them back', async () => {
    const me = await meetPerson();
    const made = await me.ask('apps_create', { spec });
    expect(JSON.stringify(made)).not.toContain('mail-key-in-clear');
    const app = await me.ask('apps_get', { id: made['id'], detail: 'full' });
    // DigitalOcean itself answers secrets in sealed form only, and takes them back in it.
    const sealed = textAt(app, 'spec.services.envs.value');
    expect(sealed).toMatch(/^EV\[1:/);
    const replaced = await me.ask('apps_update', { id: made['id'], spec: app['spec'] });
    expect(textAt(replaced, 'spec.services.envs.value')).toBe(sealed);

    const envs = [{ key: 'MAIL_KEY', value: 'mail-key-in-clear-1', scope: 'RUN_TIME' }];
    const plain = { ...spec, name: 'plain', services: [{ ...spec.services[0], envs }] };
    const shown = await me.ask('apps_create', { spec: plain });
    expect(textAt(shown, 'spec.services.envs.value')).toBe(redactionMark);
    const copied = await me.refused('apps_create', { spec: shown['spec'] });
    expect(copied).toMatchObject({ status: null, code: 'invalid_arguments' });

    const owner = await meetPerson({ argv: ['--allow-secrets'] });
    const own = await owner.ask('apps_create', { spec });
    expect(textAt(own, 'spec.services.envs.value')).toMatch(/^EV\[1:/);
    const storefront = await owner.every('apps_list');
    expect(textAt(storefront[0] ?? {}, 'spec.services.envs.value')).toBe('production');
  });

  it('"Deploy something" with a spec that cannot be is refused before or by DigitalOcean', async () => {
    const me = await meetPerson();
    const wordy = await me.refused('apps_create', {
      spec: { ...spec, services: [{ ...spec.services[0], http_port: 'the usual' }] },
    });
    expect(wordy).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(wordy.message).toBe('spec.services[0].http_port must be a whole number, not text.');
    const nameless = await me.refused('apps_create', { spec: { services: spec.services } });
    expect(nameless.message).toMatch(/spec\.name is required/);
    expect(me.requests).toEqual([]);

    const size = await me.refused('apps_create', {
      spec: { ...spec, services: [{ ...spec.services[0], instance_size_slug: 'giant' }] },
    });
    expect(size).toMatchObject({ status: 400 });
    expect(size.message).toMatch(/instance_size_slug/);
    const taken = await me.refused('apps_create', { spec: { ...spec, name: 'storefront' } });
    expect(taken).toMatchObject({ status: 409, code: 'conflict' });
    expect(await me.every('apps_list')).toHaveLength(1);
  });

  it('"Take the storefront down" removes it with everything it ran', async () => {
    const me = await meetPerson();
    const [app] = await me.every('apps_list');
    const id = textAt(app ?? {}, 'id');
    const gone = await me.ask('apps_delete', { id, wait_seconds: 45 });
    expect(gone).toMatchObject({ id });
    expect(await me.every('apps_list')).toEqual([]);
    const lookup = await me.refused('apps_list_deployments', { app_id: id });
    expect(lookup).toMatchObject({ status: 404 });
    expect(lookup.next).toContain('apps_list');
  });
});
