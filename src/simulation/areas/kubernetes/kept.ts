// What is kept of clusters, their node pools and their nodes.

/** A worker node; it runs on a Droplet of its own. */
export interface Node {
  readonly id: string;
  readonly name: string;
  state: 'provisioning' | 'running' | 'draining' | 'deleting';
  dropletId: number | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** A pool of equal nodes. */
export interface Pool {
  readonly id: string;
  name: string;
  readonly size: string;
  tags: readonly string[];
  labels: Readonly<Record<string, string>> | null;
  taints: readonly unknown[];
  autoScale: boolean;
  minNodes: number;
  maxNodes: number;
  nodes: Node[];
}

/** A cluster. */
export interface Cluster {
  readonly id: string;
  name: string;
  readonly region: string;
  version: string;
  readonly clusterSubnet: string;
  readonly serviceSubnet: string;
  readonly vpc: string;
  tags: readonly string[];
  readonly pools: Map<string, Pool>;
  maintenance: { readonly start_time: string; readonly day: string };
  autoUpgrade: boolean;
  surgeUpgrade: boolean;
  ha: boolean;
  /** Names of the registries that it pulls from. */
  registries: ReadonlySet<string>;
  state: 'provisioning' | 'running' | 'degraded' | 'error' | 'upgrading' | 'deleting';
  message: string;
  ip: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Settings kept as they were sent. */
  settings: Readonly<Record<string, unknown>>;
}

/** The account's clusters by id. */
export class Clusters extends Map<string, Cluster> {}
