// Indexes of OpenSearch clusters.
import type { Behaviour } from '../../../endpoint/behaviour.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// They are made by whoever writes into the cluster; a new one has none.
const collection: Behaviour = {
  as: 'collection',
  by: 'index_name',
  within: { field: 'database.engine', is: ['opensearch'] },
};

/** OpenSearch indexes. */
export const indexes = entriesOf(facts, {
  databases_list_opeasearch_indexes: {
    // The operation id has a slip of the pen.
    name: 'databases_list_opensearch_indexes',
    aliases: ['databases_list_opeasearch_indexes'],
    title: 'List OpenSearch indexes',
    description:
      'Lists the indexes of an OpenSearch cluster with size, shards, replicas and health.',
    reply: { kind: 'list', key: 'indexes', paging: { style: 'none' } },
    view: {
      columns: [
        'index_name',
        'status',
        'health',
        'size',
        'number_of_shards',
        'number_of_replicas',
        'created_time',
      ],
    },
    simulate: collection,
  },
  databases_delete_opensearch_index: {
    title: 'Delete an OpenSearch index',
    description: 'Deletes one index of an OpenSearch cluster with all documents in it, for good.',
    reply: nothing,
    simulate: collection,
  },
});
