// What managed databases can be ordered with, and at what price.
import { openRegions } from './regions.ts';

/** An engine as DigitalOcean sells it. */
export interface Engine {
  /** Newest last; the last one is the default. */
  readonly versions: readonly string[];
  /** How many nodes a cluster may have. */
  readonly nodes: readonly number[];
  readonly sizes: readonly string[];
  readonly port: number;
  /** Scheme of connection strings. */
  readonly scheme: string;
  readonly database: string;
}

const shared = [
  'db-s-1vcpu-1gb',
  'db-s-1vcpu-2gb',
  'db-s-2vcpu-4gb',
  'db-s-4vcpu-8gb',
  'db-s-6vcpu-16gb',
  'db-s-8vcpu-32gb',
  'db-s-16vcpu-64gb',
];
const dedicated = ['gd-2vcpu-8gb', 'gd-4vcpu-16gb', 'gd-8vcpu-32gb', 'gd-16vcpu-64gb'];
const usual = [...shared, ...dedicated];

const cache = {
  versions: ['8'],
  nodes: [1, 2],
  sizes: usual,
  port: 25061,
  scheme: 'rediss',
  database: '',
};

/** Engines by their name in the API. Redis takes no new clusters: Valkey took its place. */
export const engines: Readonly<Record<string, Engine>> = {
  pg: {
    versions: ['14', '15', '16', '17'],
    nodes: [1, 2, 3],
    sizes: usual,
    port: 25060,
    scheme: 'postgresql',
    database: 'defaultdb',
  },
  mysql: {
    versions: ['8'],
    nodes: [1, 2, 3],
    sizes: usual,
    port: 25060,
    scheme: 'mysql',
    database: 'defaultdb',
  },
  valkey: cache,
  mongodb: {
    versions: ['7.0', '8.0'],
    nodes: [1, 3],
    sizes: usual,
    port: 27017,
    scheme: 'mongodb+srv',
    database: 'admin',
  },
  kafka: {
    versions: ['3.8'],
    nodes: [3, 6, 9, 15],
    sizes: ['db-s-2vcpu-2gb', 'db-s-2vcpu-4gb', 'gd-2vcpu-8gb', 'gd-4vcpu-16gb'],
    port: 25073,
    scheme: 'kafka',
    database: '',
  },
  opensearch: {
    versions: ['2'],
    nodes: [1, 3, 6, 9],
    sizes: ['db-s-1vcpu-2gb', ...shared.slice(2), ...dedicated],
    port: 25060,
    scheme: 'https',
    database: '',
  },
};

/** Published prices of Kafka, for three nodes. */
const kafkaPrices: Readonly<Record<string, number>> = {
  'db-s-2vcpu-2gb': 147,
  'db-s-2vcpu-4gb': 294,
  'gd-2vcpu-8gb': 597,
  'gd-4vcpu-16gb': 1197,
};

const gigabytes = (size: string): number => Number(/(\d+)gb$/.exec(size)?.[1] ?? 1);

/**
 * US dollars a month. Published: single nodes from $15 (OpenSearch $19), Kafka by three nodes. Larger sizes follow
 * the published rule of thumb of $15 for each gigabyte of memory.
 */
export const databasePrice = (engine: string, size: string, nodes: number): number => {
  if (engine === 'kafka') return ((kafkaPrices[size] ?? 147) / 3) * nodes;
  const perNode = gigabytes(size) * 15;
  return (engine === 'opensearch' ? Math.max(19, perNode) : perNode) * nodes;
};

/** Storage that comes with a size, in MiB. */
export const includedStorage = (size: string): number =>
  Math.max(10, gigabytes(size) * 20 - 10) * 1024;

/** $0.21 for each GiB beyond what is included, a month. */
export const storagePrice = 0.21;

/** Everything that can be chosen, as DigitalOcean lists it. */
export const databaseOptions = {
  options: Object.fromEntries(
    Object.entries(engines).map(([name, engine]) => [
      name,
      {
        regions: openRegions,
        versions: engine.versions,
        layouts: engine.nodes.map((nodes) => ({ num_nodes: nodes, sizes: engine.sizes })),
        default_version: engine.versions.at(-1) ?? '',
      },
    ]),
  ),
  version_availability: Object.fromEntries(
    Object.entries(engines).map(([name, engine]) => [
      name,
      engine.versions.map((version) => ({
        version,
        end_of_life: null,
        end_of_availability: null,
      })),
    ]),
  ),
};
