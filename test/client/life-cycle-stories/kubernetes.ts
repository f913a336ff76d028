// The course of work on Kubernetes clusters and their node pools.
import { phases, type Story } from './story.ts';

export const kubernetes: Readonly<Record<string, Story>> = {
  cluster: {
    life: {
      state: 'kubernetes_cluster.status.state',
      done: ['running'],
      failed: ['error', 'deleted'],
      message: 'kubernetes_cluster.status.message',
      missing: 'wait',
    },
    good: [
      404,
      ...phases('kubernetes_cluster', 'status.state', 'provisioning', 'degraded', 'running'),
    ],
    bad: [{ kubernetes_cluster: { status: { state: 'error', message: 'no capacity' } } }],
  },
  'cluster upgrade': {
    life: {
      state: 'kubernetes_cluster.status.state',
      done: ['running'],
      failed: ['error'],
      settles: 60,
    },
    good: phases('kubernetes_cluster', 'status.state', 'running', 'upgrading', 'running'),
    bad: phases('kubernetes_cluster', 'status.state', 'error'),
  },
  'node pool': {
    life: {
      done: ['running'],
      failed: [],
      all: { list: 'node_pool.nodes', state: 'status.state', count: 'node_pool.count' },
    },
    good: [
      { node_pool: { count: 2, nodes: [] } },
      { node_pool: { count: 2, nodes: [{ status: { state: 'running' } }] } },
      {
        node_pool: {
          count: 2,
          nodes: [{ status: { state: 'running' } }, { status: { state: 'provisioning' } }],
        },
      },
      {
        node_pool: {
          count: 2,
          nodes: [{ status: { state: 'running' } }, { status: { state: 'running' } }],
        },
      },
    ],
  },
  'node pool deletion': {
    life: { done: [], failed: [], missing: 'done' },
    good: [{ node_pool: { count: 1, nodes: [{ status: { state: 'draining' } }] } }, 404],
  },
  clusterlint: {
    life: { state: 'completed_at', done: ['*'], failed: [] },
    good: [
      { run_id: 'r', completed_at: '' },
      { run_id: 'r', completed_at: '2026-11-24T12:00:00Z', diagnostics: [] },
    ],
  },
};
