// What the arguments of vector databases mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  backup_id: 'Backup id, from vector_databases_list_backups.',
  config: 'Settings of the engine.',
  'config.default_quantization': 'How vectors of new collections are compressed: rq, pq, bq or sq.',
  'config.enable_auto_schema': 'Make up collections and properties from the data that comes in.',
  'config.weaviate_version': 'Version of Weaviate.',
  id: 'Vector database id.',
  size: 'small, medium or large.',
};
