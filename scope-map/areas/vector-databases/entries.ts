// Vector databases: managed stores of embeddings, with their sizes, tags, backups and credentials.
import type { Behaviour } from '../../endpoint/behaviour.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { absent, overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const itself = read('vectorDatabases_get', { id: argument('id') });

const life: LifeCycle = {
  poll: itself,
  state: 'vector_db.status',
  done: ['active'],
  failed: ['errored'],
  usually: 300,
  what: 'vector database',
};

const restoreLife: LifeCycle = {
  poll: read('vectorDatabases_get_restore_status', {
    id: argument('id'),
    backup_id: argument('backup_id'),
  }),
  state: 'status',
  done: ['SUCCESS'],
  failed: ['FAILED', 'CANCELED'],
  message: 'error',
  usually: 300,
  what: 'restore',
};

const collection: Behaviour = {
  as: 'collection',
  merges: true,
  lives: { field: 'status', first: 'creating', last: 'active', seconds: 240 },
};

const view = { drops: ['owner_uuid'] };

export default describeArea(facts, words, {
  vectorDatabases_list: {
    title: 'List vector databases',
    description:
      'Lists vector databases (Weaviate) with size, state and address; ordinary clusters are in databases_list_clusters.',
    reply: {
      kind: 'list',
      key: 'vector_dbs',
      // The document names no largest page; how many there are is told as a number of databases, not of pages.
      paging: { style: 'numbered', largest: 20, size: 'per_page', pages: 'total_pages' },
    },
    view: {
      columns: [
        'id',
        'name',
        'region',
        'size',
        'status',
        { name: 'http_endpoint', at: 'endpoints.http' },
        'tags',
        'project_id',
        'created_at',
      ],
    },
    simulate: collection,
  },
  vectorDatabases_get: {
    title: 'Get a vector database',
    description:
      'Shows one vector database: state, addresses for HTTP and gRPC, settings and its last restore.',
    reply: object('vector_db'),
    view,
    watch: life,
    passing: [{ status: 404, within: 60 }],
    simulate: collection,
  },
  vectorDatabases_create: {
    title: 'Create a vector database',
    description:
      'Creates a vector database for embeddings and similarity search, usable in some minutes; billing starts now.',
    effect: 'write',
    cost: 'starts',
    reply: object('vector_db'),
    view,
    watch: {
      ...life,
      poll: read('vectorDatabases_get', { id: reply('vector_db.id') }),
      missing: 'wait',
    },
    simulate: collection,
    says: { project_id: 'Project to put it in, from projects_list.' },
  },
  vectorDatabases_update: {
    title: 'Update a vector database',
    description:
      'Changes the settings of a vector database or moves it to another project; vector_databases_post_resize changes its size.',
    effect: 'write',
    reply: object('vector_db'),
    view,
    watch: { ...life, settles: 15, usually: 60 },
    simulate: collection,
    repeats: ['id'],
    rules: [{ kind: 'any_of', arguments: ['project_id', 'config'] }],
    says: { project_id: 'Project to move it to.' },
  },
  vectorDatabases_delete: {
    title: 'Delete a vector database',
    description: 'Deletes a vector database with everything stored in it, for good.',
    cost: 'stops',
    reply: nothing,
    watch: { ...life, done: [], missing: 'done', usually: 60 },
    simulate: collection,
  },
  vectorDatabases_post_resize: {
    title: 'Resize a vector database',
    description:
      'Moves a vector database to another size, larger or smaller, which changes its price.',
    effect: 'write',
    cost: 'raises',
    reply: object('vector_db'),
    view,
    watch: { ...life, settles: 60 },
    simulate: { as: 'part' },
    repeats: ['id'],
  },
  vectorDatabases_update_tags: {
    title: 'Replace the tags of a vector database',
    description:
      'Gives a vector database exactly these tags; read the present ones with vector_databases_get first and send those that shall stay.',
    conditions: [absent('tags', 'takes all tags off the vector database')],
    effect: 'write',
    reply: object('vector_db'),
    view,
    simulate: { as: 'part' },
    repeats: ['id'],
    says: { tags: 'All its tags from now on; an empty list takes all off.' },
  },
  vectorDatabases_list_backups: {
    title: 'List backups of a vector database',
    description: 'Lists the finished backups of a vector database, each one to restore from.',
    reply: { kind: 'list', key: 'backups', paging: { style: 'none' } },
    view: { columns: ['backup_id', 'status', 'started_at', 'completed_at'] },
  },
  vectorDatabases_post_restore_backup: {
    title: 'Restore a vector database',
    description:
      'Puts a vector database back to one of its backups; what it took in since then is lost.',
    conditions: [
      overwrites('backup_id', 'replaces what the vector database holds with the state of a backup'),
    ],
    effect: 'write',
    reply: object(null),
    watch: { ...restoreLife, missing: 'wait' },
    repeats: ['id', 'backup_id'],
  },
  vectorDatabases_get_restore_status: {
    title: 'Get the state of a restore',
    description:
      'Tells how far the restore of a vector database from this backup is, and why it failed; wait_seconds waits for its end.',
    reply: object(null),
    watch: restoreLife,
  },
  vectorDatabases_get_credentials: {
    title: 'Get the credentials of a vector database',
    description:
      'Hands out the administrator and API token of a vector database: whoever holds them reads and changes everything in it.',
    discloses: { kind: 'credential', fields: ['api_token'], only: true },
    reply: object(null),
  },
});
