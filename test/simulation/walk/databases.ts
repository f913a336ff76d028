// Managed databases: pools, replicas, users.
import type { Walker } from './walker.ts';

export const walkDatabases = async ({ get, post, call, crud, pass }: Walker) => {
  await get('/v2/databases/options');
  const { database } = await post('/v2/databases', {
    name: 'walk-db',
    engine: 'pg',
    num_nodes: 2,
    size: 'db-s-1vcpu-2gb',
    region: 'nyc3',
    tags: ['walk'],
  });
  const db = `/v2/databases/${database.id}`;
  await get('/v2/databases');
  await get('/v2/databases?tag_name=walk');
  pass(300);
  await get(db);
  await call('PUT', `${db}/resize`, { size: 'db-s-2vcpu-4gb', num_nodes: 2 });
  pass(150);
  await call('PUT', `${db}/firewall`, { rules: [{ type: 'ip_addr', value: '198.51.100.1' }] });
  await get(`${db}/firewall`);
  await get(`${db}/ca`);
  const pooled = {
    name: 'walk-pool',
    mode: 'transaction',
    size: 5,
    db: 'defaultdb',
    user: 'doadmin',
  };
  await post(`${db}/pools`, pooled);
  await crud(`${db}/pools`, `${db}/pools/walk-pool`);
  await call('PUT', `${db}/pools/walk-pool`, { mode: 'session', size: 6, db: 'defaultdb' });
  await call('DELETE', `${db}/pools/walk-pool`);
  await post(`${db}/replicas`, { name: 'walk-copy', tags: ['walk'] });
  await crud(`${db}/replicas`, `${db}/replicas/walk-copy`);
  await call('DELETE', `${db}/replicas/walk-copy`);
  await get(`${db}/backups`);
  await post(`${db}/users`, { name: 'walker' });
  await crud(`${db}/users`, `${db}/users/walker`);
  await call('PUT', `${db}/users/walker`, { settings: { pg_allow_replication: true } });
  await post(`${db}/users/walker/reset_auth`, {});
  await call('DELETE', `${db}/users/walker`);
  await post(`${db}/dbs`, { name: 'walks' });
  await crud(`${db}/dbs`, `${db}/dbs/walks`);
  await call('DELETE', `${db}/dbs/walks`);
  await call('PUT', `${db}/maintenance`, { day: 'monday', hour: '04:00' });
  await get(`${db}/events`);
  await post(`${db}/replicas`, { name: 'walk-twin' });
  pass(300);
  await call('PUT', `${db}/replicas/walk-twin/promote`);
  const { database: old } = await post('/v2/databases', {
    name: 'walk-old',
    engine: 'pg',
    version: '16',
    num_nodes: 1,
    size: 'db-s-1vcpu-2gb',
    region: 'nyc3',
  });
  pass(300);
  await call('PUT', `/v2/databases/${old.id}/upgrade`, { version: '17' });
  pass(150);
  await call('PUT', `/v2/databases/${old.id}/migrate`, { region: 'fra1' });
  pass(15 * 86_400);
  await call('PUT', `/v2/databases/${old.id}/install_update`);
  await call('DELETE', `/v2/databases/${old.id}`);
  await call('DELETE', db);
};
