// Knowledge bases themselves.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { Rule } from '../../endpoint/rule.ts';
import { overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// The state is that of the OpenSearch cluster behind it, told beside the knowledge base.
const life: Omit<LifeCycle, 'poll'> = {
  state: 'database_status',
  done: ['ONLINE'],
  failed: ['DECOMMISSIONED'],
  usually: 300,
  what: 'knowledge base',
};

const view = { drops: ['last_indexing_job.data_source_jobs', 'last_indexing_job.tokens'] };

const oneSource: Rule = {
  kind: 'one_of',
  arguments: [
    'spaces_data_source',
    'web_crawler_data_source',
    'file_upload_data_source',
    'aws_data_source',
    'dropbox_data_source',
    'google_drive_data_source',
  ],
};

const says = { uuid: 'Knowledge base id.' };

/** Entries of knowledge bases themselves. */
export const bases = entriesOf(facts, {
  genai_list_knowledge_bases: {
    title: 'List knowledge bases',
    description:
      'Lists knowledge bases with region, OpenSearch cluster and how their last indexing ended; who uses one is told by genai_get_agent.',
    reply: pagedList('knowledge_bases'),
    view: {
      columns: [
        'uuid',
        'name',
        'region',
        'database_id',
        'embedding_model_uuid',
        { name: 'last_indexing', at: 'last_indexing_job.status' },
        { name: 'last_indexed_at', at: 'last_indexing_job.finished_at' },
        'project_id',
        'tags',
        'created_at',
      ],
    },
  },
  genai_get_knowledge_base: {
    title: 'Get a knowledge base',
    description:
      'Shows one knowledge base with the state of its OpenSearch cluster and its last indexing; wait_seconds waits until it is online.',
    reply: object('knowledge_base'),
    view,
    watch: { ...life, poll: read('genai_get_knowledge_base', { uuid: argument('uuid') }) },
    says,
  },
  genai_create_knowledge_base: {
    title: 'Create a knowledge base',
    description:
      'Creates a knowledge base that agents look things up in; without database_id it gets a new OpenSearch cluster, billed from now on. Attach it with genai_attach_knowledge_base.',
    rules: [
      { kind: 'each', list: 'datasources', rules: [oneSource] },
      { kind: 'excludes', when: { argument: 'database_id' }, arguments: ['size', 'vpc_uuid'] },
    ],
    effect: 'write',
    cost: 'starts',
    reply: object('knowledge_base'),
    view,
    watch: {
      ...life,
      poll: read('genai_get_knowledge_base', { uuid: reply('knowledge_base.uuid') }),
      missing: 'wait',
    },
    confidential: [
      'datasources.aws_data_source.secret_key',
      'datasources.dropbox_data_source.refresh_token',
      'datasources.google_drive_data_source.refresh_token',
    ],
    says: {
      database_id: 'OpenSearch cluster that exists, to keep it in; absent: a new one.',
      project_id: 'Project to put it in, from projects_list.',
      region: 'Region slug, such as tor1; see genai_list_datacenter_regions.',
    },
  },
  genai_update_knowledge_base: {
    title: 'Update a knowledge base',
    description:
      'Changes the given settings of a knowledge base, such as name, project or reranking; its content is changed by data sources and indexing.',
    conditions: [overwrites('database_id', 'replaces the store behind the knowledge base')],
    rules: [
      {
        kind: 'any_of',
        arguments: ['name', 'project_id', 'database_id', 'tags', 'reranking_config'],
      },
    ],
    effect: 'write',
    reply: object('knowledge_base'),
    view,
    repeats: ['uuid'],
    says: { ...says, project_id: 'Project to move it to.', tags: 'All its tags from now on.' },
  },
  genai_delete_knowledge_base: {
    title: 'Delete a knowledge base',
    description:
      'Deletes a knowledge base for good, and agents lose it; see afterwards whether its OpenSearch cluster (database_id) is still there, which goes on costing.',
    reply: object(null),
    says,
  },
});
