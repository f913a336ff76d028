// What databases have that follows a generic behaviour: it looks at the cluster, and keeps what it is not given.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const prepare = async (engine: string, num_nodes: number, size: string) => {
  const world = createWorld({ speed: 'instant' });
  const order = { name: `fresh-${engine}`, engine, size, num_nodes, region: 'nyc3' };
  const made = await world.send('POST', '/v2/databases', order);
  const path = `/v2/databases/${made.body.database.id}`;
  return { ...world, path };
};

describe('a Kafka topic', () => {
  it('is made on a Kafka cluster', async () => {
    const { send, path } = await prepare('kafka', 3, 'db-s-2vcpu-2gb');
    const topic = { name: 'orders', partition_count: 3, replication_factor: 2 };
    expect((await send('POST', `${path}/topics`, topic)).status).toBe(201);
    expect((await send('POST', `${path}/topics`, topic)).status).toBe(422);
    const one = `${path}/topics/orders`;
    expect((await send('PUT', one, { partition_count: 2 })).status).toBe(422);
    const changed = await send('PUT', one, { partition_count: 6 });
    expect(changed.body.topic).toMatchObject({ name: 'orders', replication_factor: 2 });
    expect((await send('GET', `${path}/topics`)).body.topics).toMatchObject([
      { name: 'orders', partition_count: 6, replication_factor: 2, state: 'active' },
    ]);
  });

  it.each([
    ['POST', '/topics', { name: 'orders' }],
    ['GET', '/topics', undefined],
    ['GET', '/indexes', undefined],
    ['GET', '/eviction_policy', undefined],
    ['PUT', '/sql_mode', { sql_mode: 'ANSI' }],
  ])(
    'and its like are refused by a cluster of another engine: %s %s',
    async (method, part, body) => {
      const { send, path } = await prepare('pg', 1, 'db-s-1vcpu-1gb');
      const reply = await send(method, `${path}${part}`, body);
      expect(reply.status).toBe(422);
      expect(reply.body.message).toContain('database.engine');
      expect((await send(method, `/v2/databases/nothing${part}`, body)).status).toBe(404);
    },
  );
});

describe('a vector database', () => {
  it('keeps what a change does not name', async () => {
    const { send } = await prepare('pg', 1, 'db-s-1vcpu-1gb');
    const many = '/v2/vector-databases';
    const order = { name: 'memory', region: 'nyc3', size: 'small', tags: ['a'] };
    const { vector_db: made } = (await send('POST', many, order)).body;
    const one = `${many}/${made.id}`;
    const resized = await send('POST', `${one}/resize`, { id: 'other', size: 'large' });
    expect(resized.body.vector_db).toMatchObject({ ...order, id: made.id, size: 'large' });
    await send('PUT', `${one}/tags`, { tags: ['b'] });
    await send('PUT', one, { config: { enable_auto_schema: true } });
    expect((await send('GET', one)).body.vector_db).toMatchObject({
      name: 'memory',
      size: 'large',
      tags: ['b'],
      config: { enable_auto_schema: true },
    });
    expect((await send('PUT', `${many}/nothing/tags`, { tags: [] })).status).toBe(404);
    expect((await send('POST', `${many}/nothing/resize`, {})).status).toBe(404);
  });
});
