// Checks that large arguments can be validated in full.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { appSpec } from '../../scope-map/areas/apps/full-schemas.ts';
import { engineConfig, topicConfig } from '../../scope-map/areas/databases/further/full-schemas.ts';
import type { Schema } from '../../scope-map/facts.ts';

const asZod = (schema: Schema): z.ZodType =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

const spec = {
  name: 'shop',
  region: 'nyc',
  services: [
    {
      name: 'web',
      github: { repo: 'example/shop', branch: 'main', deploy_on_push: true },
      envs: [{ key: 'MODE', value: 'production', scope: 'RUN_AND_BUILD_TIME', type: 'GENERAL' }],
      http_port: 8080,
      instance_count: 2,
      instance_size_slug: 'apps-s-1vcpu-1gb',
      health_check: { http_path: '/health' },
    },
  ],
  databases: [{ name: 'db', engine: 'PG', production: false }],
  ingress: { rules: [{ match: { path: { prefix: '/' } }, component: { name: 'web' } }] },
};

describe('the full schema of an app spec', () => {
  it('accepts a spec', async () => {
    const result = asZod(await appSpec.read()).safeParse(spec);
    expect(result.error?.issues).toBeUndefined();
  });

  it('finds a value of the wrong type deep inside', async () => {
    const [service] = spec.services;
    const wrong = { ...spec, services: [{ ...service, instance_count: 'three' }] };
    const result = asZod(await appSpec.read()).safeParse(wrong);
    expect(result.error?.issues).toMatchObject([
      { path: ['services', 0, 'instance_count'], expected: 'number' },
    ]);
  });

  it('lets fields through that the document does not know', async () => {
    const known = {
      ...spec,
      envs: [{ key: 'A', value: 'b' }],
      alerts: [{ rule: 'DEPLOYMENT_FAILED' }],
    };
    const schema = asZod(await appSpec.read());
    expect(schema.parse(known)).toEqual(known);
  });

  it('insists on a name of the right form', async () => {
    const schema = asZod(await appSpec.read());
    expect(schema.safeParse({ services: [] }).success).toBe(false);
    expect(schema.safeParse({ name: 'No Spaces' }).success).toBe(false);
  });

  it('does not reject regions and instance sizes that are newer than the document', async () => {
    const [service] = spec.services;
    const newer = {
      ...spec,
      region: 'ric',
      services: [{ ...service, instance_size_slug: 'apps-d-64vcpu' }],
    };
    expect(asZod(await appSpec.read()).safeParse(newer).success).toBe(true);
  });
});

describe('the full schemas of database settings', () => {
  it('take settings of every engine', async () => {
    const schema = asZod(await engineConfig.read());
    for (const settings of [
      { work_mem: 8, 'pg_stat_statements.track': 'top', pgbouncer: { server_lifetime: 600 } },
      { sql_require_primary_key: true, mysql_incremental_backup: { enabled: false } },
      { valkey_maxmemory_policy: 'allkeys_lru', valkey_ssl: true },
      { auto_create_topics_enable: true, log_retention_hours: 24 },
      { slow_op_threshold_ms: 100, default_write_concern: 'majority' },
    ])
      expect(schema.safeParse(settings).error?.issues).toBeUndefined();
  });

  it('find a value of the wrong type or range, whatever the engine', async () => {
    const schema = asZod(await engineConfig.read());
    for (const settings of [
      { connect_timeout: 'ten' },
      { backup_hour: 24 },
      { pgbouncer: { autodb_pool_mode: 'none' } },
      { log_retention_hours: 0.5 },
    ])
      expect(schema.safeParse(settings).success, JSON.stringify(settings)).toBe(false);
  });

  it('know the compression that Kafka has, not the one that the document spells', async () => {
    const schema = asZod(await topicConfig.read());
    expect(schema.safeParse({ compression_type: 'lz4' }).success).toBe(true);
    expect(schema.safeParse({ compression_type: 'Iz4' }).success).toBe(false);
  });

  it.each([engineConfig, topicConfig])('of $name have what their tools show', async (full) => {
    const { properties = {} } = await full.read();
    expect(full.shows?.filter((setting) => !(setting in properties))).toEqual([]);
  });
});
