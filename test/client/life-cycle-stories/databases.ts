// The course of work on managed databases.
import { phases, type Story } from './story.ts';

export const databases: Readonly<Record<string, Story>> = {
  'database cluster': {
    life: { state: 'database.status', done: ['online'], failed: [], missing: 'wait' },
    good: [404, ...phases('database', 'status', 'creating', 'forking', 'online')],
  },
  'database resize': {
    life: { state: 'database.status', done: ['online'], failed: [], settles: 60 },
    good: phases('database', 'status', 'online', 'resizing', 'online'),
  },
  'database replica': {
    life: { state: 'replica.status', done: ['online'], failed: [], missing: 'wait' },
    good: [404, ...phases('replica', 'status', 'creating', 'online')],
  },
  'online migration': {
    life: { state: 'status', done: ['syncing', 'done'], failed: ['error', 'canceled'] },
    good: [{ status: 'running' }, { status: 'syncing' }],
    bad: [{ status: 'error' }, { status: 'canceled' }],
  },
  'Kafka topic': {
    life: { state: 'topic.state', done: ['active'], failed: [] },
    good: phases('topic', 'state', 'configuring', 'active'),
  },
  'vector database': {
    life: { state: 'vector_db.status', done: ['active'], failed: ['errored'] },
    good: phases('vector_db', 'status', 'pending', 'creating', 'active'),
    bad: phases('vector_db', 'status', 'errored'),
  },
  'vector database restore': {
    life: { state: 'status', done: ['SUCCESS'], failed: ['FAILED', 'CANCELED'] },
    good: ['STARTED', 'TRANSFERRING', 'TRANSFERRED', 'FINALIZING', 'SUCCESS'].map((status) => ({
      status,
    })),
    bad: [{ status: 'FAILED' }, { status: 'CANCELED' }],
  },
};
