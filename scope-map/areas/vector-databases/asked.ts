// How people ask for what can be done with vector databases.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  vectorDatabases_list: {
    asked: [
      'which weaviate instances do i have',
      'show my embedding stores',
      'what vector dbs are running and how big are they',
    ],
  },
  vectorDatabases_get: {
    asked: [
      'what is the grpc address of my vector store',
      'is my weaviate database ready yet',
      'details of one vector db',
    ],
  },
  vectorDatabases_create: {
    asked: [
      'i need somewhere to keep embeddings for rag',
      'spin up a weaviate instance',
      'set up a store for semantic search',
      'new vector db in toronto',
    ],
  },
  vectorDatabases_update: {
    asked: [
      'move my vector db into another project',
      'turn off auto schema on weaviate',
      'change the default quantization of the vector store',
    ],
  },
  vectorDatabases_delete: {
    asked: [
      'get rid of the embedding database',
      'remove weaviate instance and its data',
      'stop paying for the vector store',
    ],
  },
  vectorDatabases_post_resize: {
    asked: [
      'make the vector db bigger',
      'scale weaviate from small to large',
      'shrink the embedding store to save money',
    ],
  },
  vectorDatabases_update_tags: {
    asked: [
      'label the vector db as production',
      'take the staging label off weaviate',
      'set tags on my embedding database',
    ],
    common: 0,
  },
  vectorDatabases_list_backups: {
    asked: [
      'which backups of the vector store are there',
      'when was weaviate last backed up',
      'restore points of my embedding database',
    ],
  },
  vectorDatabases_post_restore_backup: {
    asked: [
      'roll the vector db back to yesterday',
      'bring weaviate back from a backup',
      'undo the bad import by restoring the embedding store',
    ],
    common: 0,
  },
  vectorDatabases_get_restore_status: {
    asked: [
      'is the weaviate restore finished',
      'how far along is the vector db recovery',
      'why did restoring the embedding store fail',
    ],
    common: 0,
  },
  vectorDatabases_get_credentials: {
    asked: [
      'api key for my weaviate database',
      'how do i log in to the vector store',
      'give me the admin token of the embedding db',
    ],
  },
};
