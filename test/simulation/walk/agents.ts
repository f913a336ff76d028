// AI agents, knowledge bases, models.
import type { Walker } from './walker.ts';

export const walkAgents = async ({ get, post, call, crud, pass }: Walker) => {
  const ai = '/v2/gen-ai';
  const [project] = (await get('/v2/projects')).projects;
  const [region] = (await get(`${ai}/regions`)).regions;
  const [model] = (await get(`${ai}/models?usecases=MODEL_USECASE_AGENT`)).models;
  const [embedding] = (await get(`${ai}/models?usecases=MODEL_USECASE_KNOWLEDGEBASE`)).models;
  const place = { project_id: project.id, region: region.region };

  const { knowledge_base: base } = await post(`${ai}/knowledge_bases`, {
    ...place,
    name: 'walks',
    embedding_model_uuid: embedding.uuid,
    datasources: [{ web_crawler_data_source: { base_url: 'https://example.com' } }],
  });
  const kb = `${ai}/knowledge_bases/${base.uuid}`;
  await crud(`${ai}/knowledge_bases`, kb);
  await call('PUT', kb, { name: 'paths' });
  const { knowledge_base_data_source: source } = await post(`${kb}/data_sources`, {
    spaces_data_source: { bucket_name: 'walks', region: 'nyc3' },
  });
  await get(`${kb}/data_sources`);
  await call('PUT', `${kb}/data_sources/${source.uuid}`, {
    chunking_algorithm: 'CHUNKING_ALGORITHM_SEMANTIC',
  });
  pass(400);
  const { job } = await post(`${ai}/indexing_jobs`, { knowledge_base_uuid: base.uuid });
  await crud(`${ai}/indexing_jobs`, `${ai}/indexing_jobs/${job.uuid}`);
  await get(`${ai}/indexing_jobs/${job.uuid}/data_sources`);
  await get(`${kb}/indexing_jobs`);
  await call('PUT', `${ai}/indexing_jobs/${job.uuid}/cancel`);
  await call('DELETE', `${kb}/data_sources/${source.uuid}`);

  const order = { ...place, name: 'walker', instruction: 'Walk.', model_uuid: model.uuid };
  const { agent } = await post(`${ai}/agents`, order);
  const { agent: child } = await post(`${ai}/agents`, { ...order, name: 'runner' });
  const at = `${ai}/agents/${agent.uuid}`;
  await crud(`${ai}/agents`, at);
  await call('PUT', at, { instruction: 'Run.' });
  await call('PUT', `${at}/deployment_visibility`, { visibility: 'VISIBILITY_PUBLIC' });
  await get(`${at}/versions`);
  await call('PUT', `${at}/versions`, { version_hash: agent.version_hash });

  const { api_key_info: key } = await post(`${at}/api_keys`, { name: 'walk' });
  await get(`${at}/api_keys`);
  await call('PUT', `${at}/api_keys/${key.uuid}`, { name: 'run' });
  await call('PUT', `${at}/api_keys/${key.uuid}/regenerate`);
  await call('DELETE', `${at}/api_keys/${key.uuid}`);

  await post(`${at}/knowledge_bases/${base.uuid}`, {});
  await call('DELETE', `${at}/knowledge_bases/${base.uuid}`);
  const { agent: able } = await post(`${at}/functions`, {
    function_name: 'steps',
    description: 'Counts steps.',
    faas_name: 'default/steps',
    faas_namespace: 'fn-walk',
    input_schema: {},
  });
  const steps = `${at}/functions/${able.functions[0].uuid}`;
  await call('PUT', steps, { description: 'Counts them.' });
  await call('DELETE', steps);
  const way = `${at}/child_agents/${child.uuid}`;
  await post(way, { route_name: 'fast', if_case: 'in a hurry' });
  await get(`${at}/child_agents`);
  await call('PUT', way, { if_case: 'late' });
  await call('DELETE', way);
  await get(`${at}/usage?start=2026-01-01T00:00:00Z`);
  const { workspace } = await post(`${ai}/workspaces`, { name: 'walks' });
  await call('PUT', `${ai}/workspaces/${workspace.uuid}/agents`, { agent_uuids: [agent.uuid] });
  await get(`${ai}/workspaces/${workspace.uuid}/agents`);
  for (const provider of ['anthropic', 'openai']) {
    const made = await post(`${ai}/${provider}/keys`, { name: 'walk', api_key: 'none' });
    await get(`${ai}/${provider}/keys/${made.api_key_info.uuid}/agents`);
  }
  await call('DELETE', at);
  await call('DELETE', kb);

  const { model_router: router } = await post(`${ai}/models/routers`, {
    name: 'walk-router',
    policies: [{ custom_task: { name: 'walks', description: 'Walks.' }, models: [model.id] }],
    fallback_models: [model.id],
  });
  await crud(`${ai}/models/routers`, `${ai}/models/routers/${router.uuid}`);
  await call('PUT', `${ai}/models/routers/${router.uuid}`, { description: 'Of walks.' });
  await call('DELETE', `${ai}/models/routers/${router.uuid}`);

  // DigitalOcean makes keys of models elsewhere: there is none to be changed.
  const keys = `${ai}/models/api_keys`;
  await get(keys);
  const refused = (method: string, path: string) =>
    call(method, path, method === 'GET' ? undefined : { name: 'walk' }).then(
      () => Promise.reject(new Error(`${method} ${path} succeeded`)),
      () => undefined,
    );
  await refused('GET', `${ai}/models/routers/presets`);
  await refused('POST', keys);
  await refused('PUT', `${keys}/any`);
  await refused('PUT', `${keys}/any/regenerate`);
  await refused('DELETE', `${keys}/any`);
};
