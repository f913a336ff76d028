// Where the content of a knowledge base comes from.
import type { Behaviour } from '../../endpoint/behaviour.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const collection: Behaviour = { as: 'collection' };

// Given up by DigitalOcean: the same stands under the kind of source.
const view = { drops: ['bucket_name', 'item_path', 'region'] };

/** Entries of data sources. */
export const sources = entriesOf(facts, {
  genai_list_knowledge_base_data_sources: {
    title: 'List data sources of a knowledge base',
    description:
      'Lists the buckets, websites, files and folders that a knowledge base is fed from, with how each was last indexed.',
    reply: pagedList('knowledge_base_data_sources'),
    view: {
      columns: [
        'uuid',
        { name: 'spaces_bucket', at: 'spaces_data_source.bucket_name' },
        { name: 'url', at: 'web_crawler_data_source.base_url' },
        { name: 'file', at: 'file_upload_data_source.original_file_name' },
        { name: 's3_bucket', at: 'aws_data_source.bucket_name' },
        { name: 'dropbox_folder', at: 'dropbox_data_source.folder' },
        { name: 'drive_folder', at: 'google_drive_data_source.folder_name' },
        'chunking_algorithm',
        { name: 'last_status', at: 'last_datasource_indexing_job.status' },
        { name: 'last_indexed_at', at: 'last_datasource_indexing_job.completed_at' },
        'created_at',
      ],
    },
    simulate: collection,
  },
  genai_create_knowledge_base_data_source: {
    title: 'Add a data source',
    description:
      'Adds a Spaces bucket, a website or an S3 bucket to a knowledge base; its content counts once genai_create_indexing_job has read it.',
    rules: [
      {
        kind: 'one_of',
        arguments: ['spaces_data_source', 'web_crawler_data_source', 'aws_data_source'],
      },
    ],
    effect: 'write',
    reply: object('knowledge_base_data_source'),
    view,
    confidential: ['aws_data_source.secret_key'],
    repeats: ['knowledge_base_uuid'],
    simulate: collection,
  },
  genai_update_knowledge_base_data_source: {
    title: 'Change how a data source is chunked',
    description:
      'Changes how the text of a data source is cut up; it takes effect with the next genai_create_indexing_job. Another bucket or website is another source.',
    rules: [{ kind: 'any_of', arguments: ['chunking_algorithm', 'chunking_options'] }],
    effect: 'write',
    reply: object('knowledge_base_data_source'),
    view,
    repeats: ['knowledge_base_uuid', 'data_source_uuid'],
  },
  genai_delete_knowledge_base_data_source: {
    title: 'Delete a data source',
    description:
      'Takes a data source out of a knowledge base with all that was indexed from it; the bucket or website itself stays.',
    reply: object(null),
    simulate: collection,
  },
  genai_create_data_source_file_upload_presigned_urls: {
    name: 'genai_create_data_source_upload_urls',
    title: 'Get addresses to upload files to',
    description:
      'Makes an address that expires for each file, to PUT it to; object_key then names the file as a source in genai_create_knowledge_base.',
    effect: 'write',
    discloses: { kind: 'credential', fields: ['uploads.presigned_url'], only: true },
    reply: object(null),
  },
});
