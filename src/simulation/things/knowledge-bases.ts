// Knowledge bases: what agents look things up in, kept in an OpenSearch cluster.
import { forPeople } from '../exchange/times.ts';
import type { World } from '../world/world.ts';
import { Databases } from './databases/database.ts';

/** A place that content comes from. */
export interface DataSource {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Where the content is and how it is cut, as it was sent; secrets are not kept. */
  settings: Readonly<Record<string, unknown>>;
}

/** One pass over some sources. */
export interface IndexingJob {
  readonly id: string;
  readonly base: string;
  readonly sources: readonly string[];
  readonly createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  state: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
}

/** A knowledge base. */
export interface KnowledgeBase {
  readonly id: string;
  name: string;
  readonly region: string;
  project: string;
  databaseId: string;
  readonly embeddingModel: string;
  tags: readonly string[];
  reranking: Readonly<Record<string, unknown>> | null;
  readonly createdAt: number;
  updatedAt: number;
  readonly sources: Map<string, DataSource>;
}

/** The account's knowledge bases by id. */
export class KnowledgeBases extends Map<string, KnowledgeBase> {}

/** All passes by id, oldest first. */
export class IndexingJobs extends Map<string, IndexingJob> {}

/** A knowledge base was deleted. */
export class KnowledgeBaseGone {
  readonly id: string;
  readonly at: number;

  constructor(id: string, at: number) {
    this.id = id;
    this.at = at;
  }
}

/** The state of the cluster behind a knowledge base. */
export const databaseStatus = (world: World, base: KnowledgeBase): string => {
  const database = world.of(Databases).get(base.databaseId);
  return database === undefined ? 'UNHEALTHY' : database.status.toUpperCase();
};

const phases = {
  PENDING: 'PENDING',
  IN_PROGRESS: 'RUNNING',
  COMPLETED: 'SUCCEEDED',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;

const sourceStates = {
  PENDING: 'UNKNOWN',
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'UPDATED',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;

const moment = (name: string, at: number | null): object =>
  at === null ? {} : { [name]: forPeople(at) };

/** What a pass did with each of its sources. How much content there was only the product could know. */
export const sourceJobs = (job: IndexingJob): readonly object[] =>
  job.sources.map((id) => ({
    data_source_uuid: id,
    status: `DATA_SOURCE_STATUS_${sourceStates[job.state]}`,
    ...moment('started_at', job.startedAt),
    ...moment('completed_at', job.finishedAt),
  }));

/** A pass as DigitalOcean shows it. */
export const jobView = (job: IndexingJob) => ({
  uuid: job.id,
  knowledge_base_uuid: job.base,
  status: `INDEX_JOB_STATUS_${job.state}`,
  phase: `BATCH_JOB_PHASE_${phases[job.state]}`,
  data_source_uuids: job.sources,
  data_source_jobs: sourceJobs(job),
  total_datasources: job.sources.length,
  completed_datasources: job.state === 'COMPLETED' ? job.sources.length : 0,
  is_report_available: false,
  created_at: forPeople(job.createdAt),
  updated_at: forPeople(job.finishedAt ?? job.startedAt ?? job.createdAt),
  ...moment('started_at', job.startedAt),
  ...moment('finished_at', job.finishedAt),
});

/** The passes over a knowledge base, newest first. */
export const jobsOf = (world: World, base: string): readonly IndexingJob[] =>
  [...world.of(IndexingJobs).values()].filter((job) => job.base === base).reverse();

/** A knowledge base as DigitalOcean shows it. */
export const knowledgeBaseView = (world: World, base: KnowledgeBase) => {
  const [last] = jobsOf(world, base.id);
  return {
    uuid: base.id,
    name: base.name,
    region: base.region,
    project_id: base.project,
    database_id: base.databaseId,
    embedding_model_uuid: base.embeddingModel,
    tags: base.tags,
    is_public: false,
    ...(base.reranking === null ? {} : { reranking_config: base.reranking }),
    ...(last === undefined ? {} : { last_indexing_job: jobView(last) }),
    created_at: forPeople(base.createdAt),
    updated_at: forPeople(base.updatedAt),
  };
};
