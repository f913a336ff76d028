// A world with what agents and knowledge bases are ordered with.
import { createWorld } from './world.ts';

/** What to order, and short ways to do it. */
export const prepare = async () => {
  const world = createWorld();
  const { send } = world;
  const { models } = (await send('GET', '/v2/gen-ai/models?usecases=MODEL_USECASE_AGENT')).body;
  const [embedding] = (await send('GET', '/v2/gen-ai/models?usecases=MODEL_USECASE_KNOWLEDGEBASE'))
    .body.models;
  const [project] = (await send('GET', '/v2/projects')).body.projects;
  const [region] = (await send('GET', '/v2/gen-ai/regions')).body.regions;
  const order = {
    name: 'helper',
    instruction: 'Help.',
    model_uuid: models[0].uuid,
    project_id: project.id,
    region: region.region,
  };
  const newBase = {
    name: 'manuals',
    embedding_model_uuid: embedding.uuid,
    project_id: project.id,
    region: region.region,
    datasources: [{ web_crawler_data_source: { base_url: 'https://example.com' } }],
  };
  const agents = '/v2/gen-ai/agents';
  const bases = '/v2/gen-ai/knowledge_bases';
  const make = async (change: object = {}) =>
    (await send('POST', agents, { ...order, ...change })).body.agent;
  return { ...world, models, order, newBase, agents, bases, make };
};
