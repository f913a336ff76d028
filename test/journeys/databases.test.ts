// Journeys about managed databases: ordering one, and who gets to see its password.
import { describe, expect, it } from 'vitest';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';
import { meetPerson, textAt } from './person.ts';

const order = {
  name: 'orders-db',
  engine: 'pg',
  version: '17',
  num_nodes: 2,
  size: 'db-s-1vcpu-2gb',
  region: 'nyc3',
};

describe('a database', () => {
  it('"Set up Postgres for the orders in the Playground project, reachable from the web servers only"', async () => {
    const me = await meetPerson();
    const project = await me.named('projects_list', 'Playground');
    const heard: string[] = [];
    const made = await me.ask(
      'databases_create_cluster',
      {
        ...order,
        project_id: project['id'],
        tags: ['env:prod'],
        rules: [{ type: 'tag', value: 'web' }],
        wait_seconds: 45,
      },
      { hear: (message) => heard.push(message) },
    );
    const database_cluster_uuid = textAt(made, 'id');
    expect(made).toMatchObject({ status: 'creating', state: 'creating' });
    expect(made['next']).toContain(`databases_get_cluster`);
    expect(heard.at(-1)).toMatch(/^The database cluster is creating after \d+ seconds/);

    const online = await me.until(
      'databases_get_cluster',
      { database_cluster_uuid },
      'status',
      'online',
    );
    expect(online).toMatchObject({
      name: 'orders-db',
      engine: 'pg',
      version: '17',
      num_nodes: 2,
      project_id: project['id'],
      tags: ['env:prod'],
      rules: [expect.objectContaining({ type: 'tag', value: 'web' })],
      db_names: ['defaultdb'],
      connection: { port: 25060, ssl: true },
    });
    const tagged = await me.every('databases_list_clusters', { tag_name: 'env:prod' });
    expect(tagged.map(({ name }) => name)).toEqual(['orders-db']);
    expect((await me.every('databases_list_clusters')).map(({ name }) => name)).toEqual([
      'shop-db',
      'orders-db',
    ]);

    const taken = await me.refused('databases_create_cluster', order);
    expect(taken).toMatchObject({ status: 422 });
    expect(taken.message).toMatch(/already exists/);
    const missing = await me.refused('databases_get_cluster', {
      database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(missing).toMatchObject({ status: 404 });
    expect(missing.next).toContain('databases_list_clusters');
  });

  it('"What is the password of shop-db?" is not told, and cannot be written back', async () => {
    const me = await meetPerson();
    const { id } = await me.named('databases_list_clusters', 'shop-db');
    const shop = await me.ask('databases_get_cluster', { database_cluster_uuid: id });
    // Where it is and who comes stays readable.
    const withoutPassword = expect.stringMatching(
      /^postgresql:\/\/doadmin:\[redacted by do-mcp\]@shop-db[\w.-]+:25060\/defaultdb\?sslmode=require$/,
    );
    expect(shop).toMatchObject({
      connection: { password: redactionMark, uri: withoutPassword, user: 'doadmin' },
      private_connection: { password: redactionMark },
      users: [{ name: 'doadmin', password: redactionMark }],
    });
    // What is needed to find the database is there all the same.
    expect(textAt(shop, 'connection.host')).toContain('shop-db');

    const owner = await meetPerson({ argv: ['--allow-secrets'] });
    const open = await owner.ask('databases_get_cluster', { database_cluster_uuid: id });
    const password = textAt(open, 'connection.password');
    expect(password).not.toBe(redactionMark);
    expect(textAt(open, 'connection.uri')).toContain(`doadmin:${password}@`);
    for (const detail of ['compact', 'full'])
      expect(JSON.stringify(await me.ask('databases_list_clusters', { detail }))).not.toContain(
        password,
      );
    expect(JSON.stringify(shop)).not.toContain(password);

    const back = await me.refused('databases_create_cluster', {
      ...order,
      rules: [{ type: 'ip_addr', value: redactionMark }],
    });
    expect(back).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(me.requests).not.toContain('POST /v2/databases');
  });

  it('"What is the password?" has no answer at all for a token that may not see it', async () => {
    const me = await meetPerson({ scopes: 'database:read', argv: ['--allow-secrets'] });
    const shop = await me.named('databases_list_clusters', 'shop-db', { detail: 'full' });
    expect(shop['connection']).not.toHaveProperty('password');
    expect(shop['connection']).not.toHaveProperty('uri');
    const listed = (await me.tools()).filter((tool) => tool.startsWith('databases_'));
    expect(listed).toEqual([
      'databases_list_clusters',
      'databases_get_cluster',
      'databases_list_options',
    ]);
    const metrics = await me.refused('call_read_tool', {
      name: 'databases_get_cluster_metrics_credentials',
    });
    expect(metrics).toMatchObject({ status: null, code: 'missing_scope' });
  });

  it('"A database for a minute" is gone when its deletion says so', async () => {
    const me = await meetPerson();
    const made = await me.ask('databases_create_cluster', order);
    const gone = await me.ask('databases_destroy_cluster', {
      database_cluster_uuid: made['id'],
      wait_seconds: 45,
    });
    expect(gone).toMatchObject({ deleted: true });
    expect(gone).not.toHaveProperty('note');
    expect(gone).not.toHaveProperty('next');
    expect(await me.every('databases_list_clusters')).toHaveLength(1);
  });

  it('"A database" that is not sold is refused with the reason', async () => {
    const me = await meetPerson();
    const many = await me.refused('databases_create_cluster', { ...order, num_nodes: 7 });
    expect(many.message).toMatch(/pg clusters have 1, 2, 3 nodes/);
    const size = await me.refused('databases_create_cluster', { ...order, size: 'db-huge' });
    expect(size.message).toMatch(/invalid size for pg/);
    const engine = await me.refused('databases_create_cluster', { ...order, engine: 'oracle' });
    expect(engine).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(engine.message).toMatch(/engine must be one of: pg/);
    const project = await me.refused('databases_create_cluster', {
      ...order,
      project_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(project.message).toMatch(/project/);
    expect(await me.every('databases_list_clusters')).toHaveLength(1);
  });
});
