// Reading the content of knowledge bases again: jobs and schedules.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { View } from '../../endpoint/reply.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const itself = read('genai_get_indexing_job', { uuid: argument('uuid') });

const life: LifeCycle = {
  poll: itself,
  state: 'job.status',
  done: ['INDEX_JOB_STATUS_COMPLETED', 'INDEX_JOB_STATUS_NO_CHANGES'],
  // Ended in part: some sources are not in, so whoever waits must hear of it.
  failed: ['INDEX_JOB_STATUS_FAILED', 'INDEX_JOB_STATUS_PARTIAL', 'INDEX_JOB_STATUS_CANCELLED'],
  message: 'job.data_source_jobs.error_details',
  usually: 180,
  what: 'indexing job',
};

const jobs: View = {
  columns: [
    'uuid',
    'knowledge_base_uuid',
    'status',
    'phase',
    'completed_datasources',
    'total_datasources',
    'total_tokens',
    'started_at',
    'finished_at',
    'created_at',
  ],
};

// Given up by DigitalOcean: total_tokens says it.
const view = { drops: ['tokens'] };

/** Entries of indexing jobs and schedules. */
export const indexing = entriesOf(facts, {
  genai_list_indexing_jobs: {
    title: 'List indexing jobs',
    description:
      'Lists the indexing jobs of all knowledge bases with their states; genai_list_indexing_jobs_by_knowledge_base lists those of one.',
    reply: pagedList('jobs'),
    view: jobs,
  },
  genai_list_indexing_jobs_by_knowledge_base: {
    title: 'List indexing jobs of a knowledge base',
    description: 'Lists the newest fifteen indexing jobs of one knowledge base with their states.',
    reply: { kind: 'list', key: 'jobs', paging: { style: 'none' } },
    view: jobs,
  },
  genai_get_indexing_job: {
    title: 'Get an indexing job',
    description:
      'Tells how far an indexing job is, what each source gave and which tokens it took; wait_seconds waits for its end.',
    reply: object('job'),
    view,
    watch: life,
    says: { uuid: 'Indexing job id.' },
  },
  genai_create_indexing_job: {
    title: 'Start indexing',
    description:
      'Reads the data sources of a knowledge base anew so that agents find what is in them now; billed by the tokens read.',
    effect: 'write',
    cost: 'raises',
    reply: object('job'),
    view,
    watch: {
      ...life,
      poll: read('genai_get_indexing_job', { uuid: reply('job.uuid') }),
      missing: 'wait',
    },
  },
  genai_cancel_indexing_job: {
    title: 'Cancel an indexing job',
    description: 'Stops an indexing job that is still going; what was indexed before stays usable.',
    effect: 'write',
    reply: object('job'),
    view,
    watch: {
      ...life,
      done: ['INDEX_JOB_STATUS_CANCELLED'],
      // The job was faster than the cancellation.
      failed: [
        'INDEX_JOB_STATUS_COMPLETED',
        'INDEX_JOB_STATUS_NO_CHANGES',
        'INDEX_JOB_STATUS_PARTIAL',
        'INDEX_JOB_STATUS_FAILED',
      ],
      usually: 15,
      what: 'cancellation',
    },
    repeats: ['uuid'],
    says: { uuid: 'Indexing job id.' },
  },
  genai_list_indexing_job_data_sources: {
    title: 'List what an indexing job did',
    description:
      'Lists, source by source, how many files an indexing job took in, skipped, removed or failed on, and why.',
    reply: { kind: 'list', key: 'indexed_data_sources', paging: { style: 'none' } },
    view: {
      columns: [
        'data_source_uuid',
        'status',
        'indexed_file_count',
        'total_file_count',
        'skipped_item_count',
        'removed_item_count',
        'failed_item_count',
        'total_bytes_indexed',
        'error_msg',
        'error_details',
        'started_at',
        'completed_at',
      ],
    },
  },
  genai_get_indexing_job_details_signed_url: {
    title: 'Get the report of an indexing job',
    description:
      'Hands out a short-lived address of the detailed report, once is_report_available is true; genai_list_indexing_job_data_sources usually says enough.',
    discloses: { kind: 'credential', fields: ['signed_url'], only: true },
    reply: object(null),
  },
  genai_get_scheduled_indexing: {
    title: 'Get the indexing schedule',
    description:
      'Shows on which days and when a knowledge base is indexed by itself, and when next.',
    reply: object('indexing_info'),
  },
  genai_create_scheduled_indexing: {
    title: 'Schedule indexing',
    description:
      'Indexes a knowledge base by itself on these days, billed by the tokens read each time; to change a schedule, delete it first and create it anew.',
    effect: 'write',
    cost: 'raises',
    reply: object('indexing_info'),
  },
  genai_delete_scheduled_indexing: {
    title: 'Delete the indexing schedule',
    description:
      'Ends the schedule by which a knowledge base is indexed; its content stays as it was last read.',
    reply: object('indexing_info'),
    says: { uuid: 'Schedule id, from genai_get_scheduled_indexing.' },
  },
});
