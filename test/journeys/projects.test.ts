// Journeys about projects: a place for what belongs together.
import { describe, expect, it } from 'vitest';
import { meetPerson, textAt } from './person.ts';

describe('a project', () => {
  it('"Start a project for the magazine, and put its database and load balancer there"', async () => {
    const me = await meetPerson();
    const project = await me.ask('projects_create', {
      name: 'Magazine',
      purpose: 'Website or blog',
      description: 'Articles and pictures',
      environment: 'Staging',
    });
    const project_id = textAt(project, 'id');
    expect(project).toMatchObject({ is_default: false, account: 'Sandbox Team' });
    expect(await me.ask('projects_get', { project_id })).toMatchObject({
      name: 'Magazine',
      purpose: 'Website or blog',
      environment: 'Staging',
    });

    const database = await me.ask('databases_create_cluster', {
      name: 'magazine-db',
      engine: 'mysql',
      num_nodes: 1,
      size: 'db-s-1vcpu-1gb',
      region: 'fra1',
      project_id,
    });
    expect(database).toMatchObject({ project_id });
    const balancer = await me.ask('load_balancers_create', {
      name: 'magazine-lb',
      region: 'fra1',
      project_id,
      forwarding_rules: [
        { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
      ],
    });
    expect(balancer).toMatchObject({ project_id });
    // What names no project goes to the default one.
    const usual = await me.named('projects_list', 'Web shop');
    expect(usual).toMatchObject({ is_default: true });
    const elsewhere = await me.ask('databases_create_cluster', {
      name: 'other-db',
      engine: 'valkey',
      num_nodes: 1,
      size: 'db-s-1vcpu-1gb',
      region: 'fra1',
    });
    expect(elsewhere).toMatchObject({ project_id: usual['id'] });
  });

  it('"Start a project called Playground" meets a name that is taken', async () => {
    const me = await meetPerson();
    const wanted = { name: 'Playground', purpose: 'Service or API' };
    const taken = await me.refused('projects_create', wanted);
    expect(taken).toMatchObject({ status: 409, code: 'conflict' });
    expect(taken.message).toMatch(/already in use/);
    const long = await me.refused('projects_create', { ...wanted, name: 'x'.repeat(176) });
    expect(long).toMatchObject({ status: null, code: 'invalid_arguments' });
    const own = await me.ask('projects_create', { name: 'Playground 2', purpose: 'Chess club' });
    expect(own).toMatchObject({ purpose: 'Other: Chess club' });
    expect((await me.every('projects_list')).map(({ name }) => name)).toEqual([
      'Web shop',
      'Playground',
      'Playground 2',
    ]);
  });

  it('"Show me the default project" and one that is not there', async () => {
    const me = await meetPerson();
    expect(await me.ask('projects_get', { project_id: 'default' })).toMatchObject({
      name: 'Web shop',
    });
    const missing = await me.refused('projects_get', {
      project_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(missing).toMatchObject({ status: 404 });
    expect(missing.next).toContain('projects_list');
  });

  it('"Start a project" with a token that may only look at them', async () => {
    const me = await meetPerson({ scopes: 'project:read,database:read,database:create' });
    expect(await me.tools()).not.toContain('projects_create');
    expect(
      await me.refused('projects_create', { name: 'Mine', purpose: 'Service or API' }),
    ).toMatchObject({ code: 'missing_scope', missing_scopes: ['project:create'] });
    const { id } = await me.named('projects_list', 'Playground');
    const assigned = await me.refused('databases_create_cluster', {
      name: 'mine-db',
      engine: 'pg',
      num_nodes: 1,
      size: 'db-s-1vcpu-1gb',
      region: 'nyc3',
      project_id: id,
    });
    expect(assigned).toMatchObject({
      code: 'missing_scope',
      missing_scopes: ['project:assign_resource'],
    });
    expect(await me.every('databases_list_clusters')).toHaveLength(1);
  });
});
