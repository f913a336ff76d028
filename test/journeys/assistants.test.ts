// Journeys behind the finders: an assistant that knows the manuals, and what is refused with a reason.
import { describe, expect, it } from 'vitest';
import { meetPerson, textAt } from './person.ts';

const everything = { argv: ['--mode', 'tools', '--areas', 'all'] };

describe('an assistant', () => {
  it('"Make an assistant that knows our manuals": waits for the base, then for the agent', async () => {
    const me = await meetPerson(everything);
    const models = await me.every('genai_list_models');
    const named = (id: string) => textAt(models.find((model) => model['id'] === id) ?? {}, 'uuid');
    const [project] = await me.every('projects_list');
    const [place] = await me.every('genai_list_datacenter_regions');
    const where = {
      project_id: textAt(project ?? {}, 'id'),
      region: textAt(place ?? {}, 'region'),
    };
    const base = await me.ask('genai_create_knowledge_base', {
      ...where,
      name: 'manuals',
      embedding_model_uuid: named('gte-large-en-v1.5'),
      datasources: [
        { web_crawler_data_source: { base_url: 'https://example.com', crawling_option: 'SCOPED' } },
      ],
    });
    const agent = await me.ask('genai_create_agent', {
      ...where,
      name: 'helper',
      instruction: 'Answer from the manuals.',
      model_uuid: named('llama3.3-70b-instruct'),
    });
    await me.pass(60);
    const agent_uuid = textAt(agent, 'uuid');
    const running = await me.ask('genai_get_agent', { uuid: agent_uuid, wait_seconds: 45 });
    expect(running).toMatchObject({ deployment: { status: 'STATUS_RUNNING' } });
    const knowledge_base_uuid = textAt(base, 'uuid');
    await me.pass(300);
    await me.ask('genai_get_knowledge_base', { uuid: knowledge_base_uuid, wait_seconds: 45 });
    await me.ask('genai_attach_knowledge_base', { agent_uuid, knowledge_base_uuid });
    const versions = await me.every('genai_list_agent_versions', { uuid: agent_uuid });
    expect(versions).toHaveLength(2);
  });
});

describe('a topic', () => {
  it('"Make a topic" on a PostgreSQL cluster is refused by what the cluster is', async () => {
    const me = await meetPerson(everything);
    const clusters = await me.every('databases_list_clusters');
    const postgres = clusters.find(({ engine }) => engine === 'pg') ?? {};
    const refused = await me.refused('databases_create_kafka_topic', {
      database_cluster_uuid: textAt(postgres, 'id'),
      name: 'orders',
    });
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.message).toContain('kafka');
  });
});

describe('what the simulation does not do', () => {
  it('is said to be so for a read too, and not to be asked again', async () => {
    const me = await meetPerson(everything);
    const refused = await me.refused('genai_list_model_router_presets');
    expect(refused.status).toBe(501);
    expect(refused.next).toContain('The simulation does not do this');
    expect(refused.next).not.toContain('again in a moment');
  });
});
