// How people ask for what can be done with knowledge bases.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  genai_list_knowledge_bases: {
    asked: [
      'which document collections do my chatbots use',
      'show the knowledge our ai works from',
      'what rag stores do i have',
    ],
    common: 2,
  },
  genai_get_knowledge_base: {
    asked: [
      'is the knowledge base ready yet',
      'which embedding model does this knowledge base use',
      'which opensearch cluster is behind my knowledge base',
    ],
  },
  genai_create_knowledge_base: {
    asked: [
      'make our help pages searchable for the bot',
      'set up rag over my documents',
      'build a knowledge base from a bucket of pdfs',
      'let the ai learn from our website',
    ],
  },
  genai_update_knowledge_base: {
    asked: [
      'rename the knowledge base',
      'turn on reranking',
      'move a knowledge base to another project',
    ],
  },
  genai_delete_knowledge_base: {
    asked: [
      'get rid of the old faq knowledge',
      'throw away a rag store',
      'remove a knowledge base we no longer need',
    ],
  },
  genai_list_knowledge_base_data_sources: {
    asked: [
      'where does the knowledge base get its content from',
      'which websites and buckets feed the bot',
      'what documents are in the knowledge base',
    ],
  },
  genai_create_knowledge_base_data_source: {
    asked: [
      'add another website for the bot to read',
      'feed a spaces bucket into the knowledge base',
      'let the knowledge base crawl our docs',
      'connect an s3 bucket as a source',
    ],
  },
  genai_update_knowledge_base_data_source: {
    asked: [
      'use smaller chunks for the docs source',
      'change how documents are split',
      'switch to semantic chunking',
    ],
    common: 0,
  },
  genai_delete_knowledge_base_data_source: {
    asked: [
      'stop using the old website as a source',
      'take a bucket out of the knowledge base',
      'forget what came from this folder',
    ],
  },
  genai_create_data_source_file_upload_presigned_urls: {
    asked: [
      'upload a pdf for the knowledge base',
      'where can i put files for the bot to learn',
      'get a link to upload my documents to',
    ],
  },
  genai_create_indexing_job: {
    asked: [
      'reindex the docs',
      'refresh what the bot knows',
      'the website changed, read it again',
      'run indexing now',
    ],
  },
  genai_list_indexing_jobs: {
    asked: [
      'which indexing runs are going on',
      'history of all indexing runs',
      'did any reindexing fail',
    ],
  },
  genai_list_indexing_jobs_by_knowledge_base: {
    asked: [
      'when was this knowledge base last refreshed',
      'past indexing runs of one knowledge base',
    ],
  },
  genai_get_indexing_job: {
    asked: [
      'is the reindex finished',
      'how far is the indexing',
      'how many tokens did indexing use',
    ],
  },
  genai_cancel_indexing_job: {
    asked: ['stop the reindexing', 'abort the running indexing', 'halt the crawl of our site'],
  },
  genai_list_indexing_job_data_sources: {
    asked: [
      'which source failed to index',
      'how many files were skipped while indexing',
      'why did indexing only work in part',
    ],
  },
  genai_get_indexing_job_details_signed_url: {
    asked: ['download the report of an indexing run', 'full list of files that did not index'],
    common: 0,
  },
  genai_create_scheduled_indexing: {
    asked: [
      'reindex every night',
      'refresh the knowledge base each monday',
      'crawl our site automatically',
    ],
  },
  genai_get_scheduled_indexing: {
    asked: [
      'when does the knowledge base refresh by itself',
      'is there a schedule for reindexing',
      'next automatic indexing',
    ],
  },
  genai_delete_scheduled_indexing: {
    asked: ['stop the nightly reindex', 'turn off automatic indexing', 'no more weekly crawl'],
  },
};
