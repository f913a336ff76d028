// What the arguments of knowledge bases mean.
import type { Words } from '../../endpoint/words.ts';

/** What a source needs to be reached, under the argument that names its kind. */
const sourceWords = (before: string): Words => ({
  [`${before}spaces_data_source`]: 'A Spaces bucket, or a folder or file in it.',
  [`${before}spaces_data_source.item_path`]: 'Only this folder or file.',
  [`${before}spaces_data_source.region`]: "The bucket's region.",
  [`${before}web_crawler_data_source`]: 'A website to crawl.',
  [`${before}web_crawler_data_source.base_url`]: 'Where crawling starts.',
  [`${before}web_crawler_data_source.crawling_option`]:
    'How far links are followed: this page, its path, its domain, subdomains too, or the sitemap.',
  [`${before}web_crawler_data_source.embed_media`]: 'Take in pictures and other media too.',
  [`${before}web_crawler_data_source.exclude_tags`]: 'HTML tags to leave out, such as nav.',
  [`${before}aws_data_source`]: 'An S3 bucket at AWS, or a folder or file in it.',
  [`${before}aws_data_source.item_path`]: 'Only this folder or file.',
  [`${before}aws_data_source.key_id`]: 'AWS access key id.',
  [`${before}aws_data_source.region`]: "The bucket's AWS region.",
  [`${before}aws_data_source.secret_key`]: 'AWS secret access key.',
  [`${before}chunking_algorithm`]: 'How text is cut into chunks.',
  [`${before}chunking_options`]: 'Sizes in tokens.',
  [`${before}chunking_options.child_chunk_size`]: 'Hierarchical chunks: the small ones.',
  [`${before}chunking_options.max_chunk_size`]: 'Largest chunk (all but hierarchical).',
  [`${before}chunking_options.parent_chunk_size`]: 'Hierarchical chunks: the large ones.',
  [`${before}chunking_options.semantic_threshold`]:
    'Semantic chunks: how alike text must be, 0 to 1.',
});

/** Descriptions by dotted argument name. */
export const words: Words = {
  ...sourceWords(''),
  ...sourceWords('datasources.'),
  data_source_uuid: 'Data source id, from genai_list_knowledge_base_data_sources.',
  data_source_uuids: 'Only these data sources; all if absent.',
  database_id: 'OpenSearch cluster to keep it in.',
  datasources: 'Where its content comes from: one kind of source in each element.',
  'datasources.dropbox_data_source': 'A Dropbox folder.',
  'datasources.dropbox_data_source.refresh_token': 'From genai_create_oauth2_dropbox_tokens.',
  'datasources.file_upload_data_source':
    'A file uploaded to an address from genai_create_data_source_upload_urls.',
  'datasources.file_upload_data_source.original_file_name': "The file's own name.",
  'datasources.file_upload_data_source.size_in_bytes': 'Its size in bytes, as text.',
  'datasources.file_upload_data_source.stored_object_key': 'object_key that came with the address.',
  'datasources.google_drive_data_source': 'A Google Drive folder.',
  'datasources.google_drive_data_source.refresh_token': "From Google's OAuth flow.",
  days: 'Days of the week: 0 is Sunday, 1 Monday, 6 Saturday.',
  embedding_model_uuid: 'Embedding model, from genai_list_models; cannot be changed later.',
  files: 'The files to upload.',
  'files.file_name': "The file's own name.",
  'files.file_size': 'Its size in bytes, as text.',
  indexing_job_uuid: 'Indexing job id.',
  knowledge_base_uuid: 'Knowledge base id, from genai_list_knowledge_bases.',
  reranking_config:
    'Sorts what was found once more before it is used; slower, and billed by tokens.',
  'reranking_config.enabled': 'Whether it does.',
  'reranking_config.model': 'Reranker, such as bge-reranker-v2-m3.',
  size: 'Size of the new OpenSearch cluster, which sets the price.',
  time: 'Start in UTC, HH:MM.',
  vpc_uuid: 'VPC network for the new OpenSearch cluster.',
};
