// Where DigitalOcean's document is wrong about knowledge bases.
import type { Correction } from '../../corrections/correction.ts';

const noChoice =
  'The first value stands for a choice that was not made, and that is said by leaving the argument out.';

const enumOfTheDocument = 'the enum itself: its first value is what an unset field reads as';

const algorithms = [
  'CHUNKING_ALGORITHM_SECTION_BASED',
  'CHUNKING_ALGORITHM_HIERARCHICAL',
  'CHUNKING_ALGORITHM_SEMANTIC',
  'CHUNKING_ALGORITHM_FIXED_LENGTH',
] as const;

const crawling = ['SCOPED', 'PATH', 'DOMAIN', 'SUBDOMAINS', 'SITEMAP'] as const;

const chosen = (
  operations: Correction['operations'],
  at: string,
  values: readonly string[],
): readonly Correction[] => [
  {
    operations,
    change: { kind: 'schema', at: `body.${at}`, set: { enum: values } },
    why: noChoice,
    source: enumOfTheDocument,
  },
  {
    operations,
    change: { kind: 'default', at },
    why: noChoice,
    source: enumOfTheDocument,
  },
];

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  ...chosen(
    ['genai_create_knowledge_base_data_source', 'genai_update_knowledge_base_data_source'],
    'chunking_algorithm',
    algorithms,
  ),
  ...chosen(
    ['genai_create_knowledge_base_data_source'],
    'web_crawler_data_source.crawling_option',
    crawling,
  ),
  ...chosen(['genai_create_knowledge_base'], 'datasources.chunking_algorithm', algorithms),
  ...chosen(
    ['genai_create_knowledge_base'],
    'datasources.web_crawler_data_source.crawling_option',
    crawling,
  ),
  ...chosen(['genai_create_knowledge_base'], 'size', [
    'OPEN_SEARCH_PLAN_SIZE_SMALL',
    'OPEN_SEARCH_PLAN_SIZE_MEDIUM',
    'OPEN_SEARCH_PLAN_SIZE_LARGE',
    'OPEN_SEARCH_PLAN_SIZE_EXTRA_LARGE',
  ]),
  ...(['bucket_name', 'bucket_region', 'item_path'] as const).map(
    (name): Correction => ({
      operations: ['genai_create_knowledge_base'],
      change: { kind: 'no_argument', at: `body.datasources.${name}` },
      why: 'Given up: each kind of source has a field of its own now, with the same fields inside.',
      source: 'descriptions of the fields beside it, which call them deprecated',
    }),
  ),
  {
    operations: ['genai_create_knowledge_base'],
    change: {
      kind: 'required',
      at: 'body',
      names: ['name', 'embedding_model_uuid', 'project_id', 'region'],
    },
    why: 'None can be made without them; the schema lists no required field.',
    source: "DigitalOcean's command line, which refuses to create a knowledge base without them",
  },
  {
    operations: ['genai_create_indexing_job'],
    change: { kind: 'required', at: 'body', names: ['knowledge_base_uuid'] },
    why: 'The path names no knowledge base, so the body must.',
    source: 'path of the operation',
  },
  {
    operations: ['genai_create_data_source_file_upload_presigned_urls'],
    change: { kind: 'required', at: 'body', names: ['files'] },
    why: 'An address is made for each file; without files there is nothing to answer.',
    source: 'description of the reply: one for each file',
  },
  {
    operations: ['genai_create_scheduled_indexing'],
    change: { kind: 'required', at: 'body', names: ['knowledge_base_uuid', 'days', 'time'] },
    why: 'A schedule says what runs, on which days and when; the schema lists no required field.',
    source: 'descriptions of the fields',
  },
  {
    operations: ['genai_create_scheduled_indexing'],
    change: {
      kind: 'schema',
      at: 'body.time',
      set: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
    },
    why: 'The description gives the form of a time, the schema does not.',
    source: 'description of time',
  },
  {
    operations: ['genai_create_scheduled_indexing'],
    change: {
      kind: 'schema',
      at: 'body.days',
      set: { items: { type: 'integer', minimum: 0, maximum: 6 }, minItems: 1 },
    },
    why: 'Days are counted as in cron, which has seven.',
    source: 'description of days',
  },
];
