// Passes over the sources of knowledge bases: they start once the cluster is online, run, and end.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { invalidArgument, pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { listOf } from '../../exchange/input.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import {
  databaseStatus,
  type IndexingJob,
  IndexingJobs,
  jobsOf,
  jobView,
  type KnowledgeBase,
  KnowledgeBases,
  sourceJobs,
} from '../../things/knowledge-bases.ts';
import type { World } from '../../world/world.ts';

/** Seconds between two looks whether the cluster is online, and seconds that a pass takes. */
const looksEvery = 30;
const startsAfter = 5;
const takes = 60;
/** As many passes as are remembered. */
const remembered = 1_000;

const finish = (world: World, job: IndexingJob, at: number): void => {
  if (job.state !== 'IN_PROGRESS') return;
  job.state = world.faults.fails('indexing') ? 'FAILED' : 'COMPLETED';
  job.finishedAt = at;
};

const begin = (world: World, job: IndexingJob, at: number): void => {
  const base = world.of(KnowledgeBases).get(job.base);
  if (job.state !== 'PENDING') return;
  const status = base === undefined ? 'UNHEALTHY' : databaseStatus(world, base);
  if (status === 'UNHEALTHY') {
    job.state = 'FAILED';
    job.finishedAt = at;
    return;
  }
  if (status === 'CREATING' || status === 'FORKING') {
    world.pace.later(looksEvery, at, (later) => begin(world, job, later));
    return;
  }
  job.state = 'IN_PROGRESS';
  job.startedAt = at;
  world.pace.later(takes, at, (later) => finish(world, job, later));
};

/** Starts a pass over some sources of a knowledge base. */
export const startIndexing = (
  world: World,
  base: KnowledgeBase,
  sources: readonly string[],
  at: number,
): IndexingJob => {
  const job: IndexingJob = {
    id: world.ids.uuid(),
    base: base.id,
    sources,
    createdAt: at,
    startedAt: null,
    finishedAt: null,
    state: 'PENDING',
  };
  const jobs = world.of(IndexingJobs);
  jobs.set(job.id, job);
  const oldest = jobs.keys().next().value;
  if (jobs.size > remembered && oldest !== undefined) jobs.delete(oldest);
  world.pace.later(startsAfter, at, (later) => begin(world, job, later));
  return job;
};

const find = (call: Call, world: World, name: string): IndexingJob => {
  const job = world.of(IndexingJobs).get(segment(call, name));
  if (job === undefined) throw notFound('indexing job');
  return job;
};

const order = z.object({ knowledge_base_uuid: z.string(), data_source_uuids: listOf(z.string()) });

const create = (call: Call, world: World): RouteReply => {
  const given = readArguments(call, order);
  const base = world.of(KnowledgeBases).get(given.knowledge_base_uuid);
  if (base === undefined) throw notFound('knowledge base');
  const wanted =
    given.data_source_uuids.length > 0 ? given.data_source_uuids : [...base.sources.keys()];
  if (wanted.length === 0) throw invalidArgument('the knowledge base has no data source');
  const unknown = wanted.find((id) => !base.sources.has(id));
  if (unknown !== undefined) {
    throw invalidArgument(`data source ${unknown} is none of this knowledge base`);
  }
  return ok({ job: jobView(startIndexing(world, base, wanted, call.now)) });
};

const cancel = (call: Call, world: World): RouteReply => {
  const job = find(call, world, 'uuid');
  if (job.state !== 'PENDING' && job.state !== 'IN_PROGRESS') {
    throw invalidArgument('the indexing job has ended already');
  }
  job.state = 'CANCELLED';
  job.finishedAt = call.now;
  return ok({ job: jobView(job) });
};

const listOfBase = (call: Call, world: World): RouteReply => {
  const id = segment(call, 'knowledge_base_uuid');
  if (!world.of(KnowledgeBases).has(id)) throw notFound('knowledge base');
  return pageOf(call, 'jobs', jobsOf(world, id), jobView);
};

const jobs = '/v2/gen-ai/indexing_jobs';
const reads = [['genai:read']] as const;

/** Operations of passes. */
export const jobRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: jobs,
    requires: reads,
    handle: (call, world) =>
      pageOf(call, 'jobs', [...world.of(IndexingJobs).values()].reverse(), jobView),
  },
  { method: 'POST', path: jobs, requires: [['genai:create']], handle: create },
  {
    method: 'GET',
    path: `${jobs}/{uuid}`,
    requires: reads,
    handle: (call, world) => ok({ job: jobView(find(call, world, 'uuid')) }),
  },
  { method: 'PUT', path: `${jobs}/{uuid}/cancel`, requires: [['genai:update']], handle: cancel },
  {
    method: 'GET',
    path: `${jobs}/{indexing_job_uuid}/data_sources`,
    requires: reads,
    handle: (call, world) =>
      ok({ indexed_data_sources: sourceJobs(find(call, world, 'indexing_job_uuid')) }),
  },
  {
    method: 'GET',
    path: '/v2/gen-ai/knowledge_bases/{knowledge_base_uuid}/indexing_jobs',
    requires: reads,
    handle: listOfBase,
  },
];
