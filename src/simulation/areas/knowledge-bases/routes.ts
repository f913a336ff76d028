// Knowledge bases themselves: made with a cluster of their own or in one that exists.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { invalidArgument, pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { listOf, optional, tagName } from '../../exchange/input.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { engines, includedStorage } from '../../reference/databases.ts';
import { agentRegions, modelFor } from '../../reference/models.ts';
import { Projects } from '../../things/belonging.ts';
import { addDatabase, Databases } from '../../things/databases/database.ts';
import {
  databaseStatus,
  type KnowledgeBase,
  KnowledgeBaseGone,
  KnowledgeBases,
  knowledgeBaseView,
} from '../../things/knowledge-bases.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { jobRoutes, startIndexing } from './jobs.ts';
import { addSource, sourceBody, sourceRoutes } from './sources.ts';

/** Sizes of a new cluster, from the smallest up. */
const plans = ['SMALL', 'MEDIUM', 'LARGE', 'EXTRA_LARGE'].map(
  (word) => `OPEN_SEARCH_PLAN_SIZE_${word}`,
);

const settings = z.object({
  name: z.string().min(1),
  project_id: z.string(),
  database_id: optional(z.string()),
  tags: listOf(tagName),
  reranking_config: optional(
    z.object({ enabled: optional(z.boolean()), model: optional(z.string()) }),
  ),
});

const newBase = settings.extend({
  embedding_model_uuid: z.string(),
  region: z.string(),
  datasources: listOf(sourceBody),
  size: optional(z.string()),
  vpc_uuid: optional(z.string()),
});

const checkProject = (world: World, project: string | undefined): void => {
  if (project !== undefined && !world.of(Projects).has(project)) {
    throw invalidArgument('project_id does not name a project of this account');
  }
};

const checkDatabase = (world: World, id: string | null | undefined): void => {
  if (id && world.of(Databases).get(id)?.engine !== 'opensearch') {
    throw invalidArgument('database_id does not name an OpenSearch cluster of this account');
  }
};

const newCluster = (call: Call, world: World, given: z.output<typeof newBase>): string => {
  const plan = given.size ? plans.indexOf(given.size) : 0;
  const size = engines['opensearch']?.sizes[plan];
  if (size === undefined) throw invalidArgument('size is no plan of OpenSearch');
  const taken = new Set([...world.of(Databases).values()].map(({ name }) => name));
  const id = `genai-${world.ids.text(8)}`;
  const database = addDatabase(
    world,
    {
      name: taken.has(id) ? `${id}-2` : id,
      engine: 'opensearch',
      version: engines['opensearch']?.versions.at(-1) ?? '',
      nodes: 1,
      size,
      region: given.region,
      vpc: vpcFor(world, given.vpc_uuid, given.region, call.now).id,
      tags: [],
      storageMib: includedStorage(size),
      project: given.project_id,
    },
    call.now,
  );
  return database.id;
};

const create = (call: Call, world: World): RouteReply => {
  const given = readArguments(call, newBase);
  if (!agentRegions.includes(given.region)) {
    throw invalidArgument(`region ${given.region} has no knowledge bases`);
  }
  if (modelFor(given.embedding_model_uuid, 'MODEL_USECASE_KNOWLEDGEBASE') === undefined) {
    throw invalidArgument('embedding_model_uuid does not name a model for knowledge bases');
  }
  checkProject(world, given.project_id);
  checkDatabase(world, given.database_id);
  const sources: KnowledgeBase['sources'] = new Map();
  for (const source of given.datasources) addSource(world, { sources }, source, call.now);
  const base: KnowledgeBase = {
    id: world.ids.uuid(),
    name: given.name,
    region: given.region,
    project: given.project_id,
    databaseId: given.database_id || newCluster(call, world, given),
    embeddingModel: given.embedding_model_uuid,
    tags: given.tags,
    reranking: given.reranking_config ?? null,
    createdAt: call.now,
    updatedAt: call.now,
    sources,
  };
  world.of(KnowledgeBases).set(base.id, base);
  // What it is made with is read in as soon as there is a place for it.
  if (sources.size > 0) startIndexing(world, base, [...sources.keys()], call.now);
  return ok({ knowledge_base: knowledgeBaseView(world, base) });
};

const find = (call: Call, world: World): KnowledgeBase => {
  const base = world.of(KnowledgeBases).get(segment(call, 'uuid'));
  if (base === undefined) throw notFound('knowledge base');
  return base;
};

const changes = settings.partial().extend({ tags: optional(z.array(tagName)) });

const update = (call: Call, world: World): RouteReply => {
  const base = find(call, world);
  const given = readArguments(call, changes);
  checkProject(world, given.project_id);
  checkDatabase(world, given.database_id);
  base.name = given.name ?? base.name;
  base.project = given.project_id ?? base.project;
  base.databaseId = given.database_id || base.databaseId;
  base.tags = given.tags ?? base.tags;
  base.reranking = given.reranking_config ?? base.reranking;
  base.updatedAt = call.now;
  return ok({ knowledge_base: knowledgeBaseView(world, base) });
};

const remove = (call: Call, world: World): RouteReply => {
  const base = find(call, world);
  world.of(KnowledgeBases).delete(base.id);
  world.tell(new KnowledgeBaseGone(base.id, call.now));
  return ok({ uuid: base.id });
};

const many = '/v2/gen-ai/knowledge_bases';
const one = `${many}/{uuid}`;
const reads = [['genai:read']] as const;

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: many,
    requires: reads,
    handle: (call, world) =>
      pageOf(call, 'knowledge_bases', [...world.of(KnowledgeBases).values()], (base) =>
        knowledgeBaseView(world, base),
      ),
  },
  { method: 'POST', path: many, requires: [['genai:create']], handle: create },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => {
      const base = find(call, world);
      return ok({
        knowledge_base: knowledgeBaseView(world, base),
        database_status: databaseStatus(world, base),
      });
    },
  },
  { method: 'PUT', path: one, requires: [['genai:update']], handle: update },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: remove },
  ...sourceRoutes,
  ...jobRoutes,
];

/** Knowledge bases with their sources and indexing. */
export const knowledgeBaseArea: SimulatedArea = { routes };
