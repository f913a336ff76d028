// Knowledge bases: their cluster, their sources, and how their content is indexed.
import { describe, expect, it } from 'vitest';
import { prepare } from './ai-ground.ts';

describe('a knowledge base', () => {
  it('gets a cluster, is indexed once that is online, and is looked things up in', async () => {
    const { send, pass, make, newBase, agents, bases } = await prepare();
    const { knowledge_base: base } = (await send('POST', bases, newBase)).body;
    const path = `${bases}/${base.uuid}`;
    expect((await send('GET', path)).body.database_status).toBe('CREATING');
    const clusters = (await send('GET', '/v2/databases')).body.databases;
    expect(clusters.find(({ id }: { id: string }) => id === base.database_id)).toMatchObject({
      engine: 'opensearch',
    });
    pass(60);
    const status = async () =>
      (await send('GET', path)).body.knowledge_base.last_indexing_job.status;
    expect(await status()).toBe('INDEX_JOB_STATUS_PENDING');
    pass(400);
    expect((await send('GET', path)).body.database_status).toBe('ONLINE');
    expect(await status()).toBe('INDEX_JOB_STATUS_COMPLETED');
    const agent = await make();
    const attached = `${agents}/${agent.uuid}/knowledge_bases/${base.uuid}`;
    expect((await send('POST', attached)).body.agent.knowledge_bases).toMatchObject([
      { uuid: base.uuid },
    ]);
    expect((await send('POST', attached)).status).toBe(400);
    expect((await send('DELETE', path)).body).toEqual({ uuid: base.uuid });
    const after = (await send('GET', `${agents}/${agent.uuid}`)).body.agent;
    expect(after.knowledge_bases).toEqual([]);
    // The cluster goes on costing.
    expect((await send('GET', `/v2/databases/${base.database_id}`)).status).toBe(200);
  });

  it('is indexed again, and an indexing is cancelled while it runs only', async () => {
    const { send, pass, newBase, bases } = await prepare();
    const { uuid } = (await send('POST', bases, newBase)).body.knowledge_base;
    pass(600);
    const jobs = '/v2/gen-ai/indexing_jobs';
    const start = () => send('POST', jobs, { knowledge_base_uuid: uuid });
    const { job } = (await start()).body;
    pass(10);
    const read = async () => (await send('GET', `${jobs}/${job.uuid}`)).body.job;
    expect(await read()).toMatchObject({
      status: 'INDEX_JOB_STATUS_IN_PROGRESS',
      phase: 'BATCH_JOB_PHASE_RUNNING',
      completed_datasources: 0,
    });
    const cancel = () => send('PUT', `${jobs}/${job.uuid}/cancel`);
    expect((await cancel()).body.job.status).toBe('INDEX_JOB_STATUS_CANCELLED');
    pass(600);
    expect((await read()).status).toBe('INDEX_JOB_STATUS_CANCELLED');
    expect((await cancel()).status).toBe(400);
    expect((await send('GET', `${bases}/${uuid}/indexing_jobs`)).body.jobs).toHaveLength(2);
    const wrong = { knowledge_base_uuid: uuid, data_source_uuids: ['nothing'] };
    expect((await send('POST', jobs, wrong)).status).toBe(400);
  });

  it('never shows what its sources are read with', async () => {
    const { send, newBase, bases } = await prepare();
    const { uuid } = (await send('POST', bases, { ...newBase, datasources: [] })).body
      .knowledge_base;
    const path = `${bases}/${uuid}/data_sources`;
    const aws = { bucket_name: 'b', region: 'eu-1', key_id: 'AK', secret_key: 'hidden' };
    const made = await send('POST', path, { aws_data_source: aws });
    expect(made.body.knowledge_base_data_source.aws_data_source).toEqual({
      bucket_name: 'b',
      region: 'eu-1',
    });
    expect(JSON.stringify((await send('GET', path)).body)).not.toContain('hidden');
    expect((await send('POST', path, {})).status).toBe(400);
    const one = `${path}/${made.body.knowledge_base_data_source.uuid}`;
    expect((await send('DELETE', one)).status).toBe(200);
    expect(
      (await send('POST', '/v2/gen-ai/indexing_jobs', { knowledge_base_uuid: uuid })).status,
    ).toBe(400);
  });

  it.each([
    ['in a cluster of another engine', 'pg'],
    ['in no cluster', undefined],
  ])('%s is refused', async (_, engine) => {
    const { send, newBase, bases } = await prepare();
    const found = (await send('GET', '/v2/databases')).body.databases.find(
      (it: { engine: string }) => it.engine === engine,
    );
    const order = { ...newBase, database_id: found?.id ?? 'nothing' };
    expect((await send('POST', bases, order)).status).toBe(400);
  });
});
