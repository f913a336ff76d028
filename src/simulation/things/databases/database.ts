// A managed database: what is known of it, what it costs and how it comes online.
import {
  databasePrice,
  engines,
  includedStorage,
  storagePrice,
} from '../../reference/databases.ts';
import type { World } from '../../world/world.ts';
import { assign, projectName, urn } from '../belonging.ts';

/** Settings of a user as they are shown. */
export interface UserSettings {
  readonly mysql_settings?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A user of a cluster. */
export interface User {
  readonly name: string;
  readonly role: 'primary' | 'normal';
  password: string;
  /** What was ordered for this user alone: authentication of MySQL, rights on topics, indexes and databases. */
  settings: UserSettings;
}

/** Who may connect. */
export interface TrustedSource {
  readonly uuid: string;
  readonly type: string;
  readonly value: string;
  readonly createdAt: number;
}

/** A connection pool of a PostgreSQL cluster. */
export interface Pool {
  readonly name: string;
  mode: 'session' | 'transaction' | 'statement';
  /** Connections. */
  size: number;
  db: string;
  user: string | null;
}

/** A read-only copy of a cluster. */
export interface Replica {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly size: string;
  readonly tags: readonly string[];
  readonly storageMib: number;
  readonly createdAt: number;
  status: 'creating' | 'online';
}

/** What happened to a cluster. */
export interface DatabaseEvent {
  readonly id: string;
  readonly type: 'cluster_create' | 'cluster_update' | 'cluster_maintenance_perform';
  readonly at: number;
}

/** As many events as are kept of each. */
const mostEvents = 100;

/** Notes what happened to a cluster. */
export const note = (
  world: World,
  database: Pick<Database, 'events'>,
  type: DatabaseEvent['type'],
  at: number,
): void => {
  database.events.push({ id: world.ids.text(8), type, at });
  if (database.events.length > mostEvents) database.events.shift();
};

/** A database cluster. */
export interface Database {
  readonly id: string;
  readonly name: string;
  readonly engine: string;
  version: string;
  nodes: number;
  size: string;
  region: string;
  status: 'creating' | 'online' | 'resizing' | 'migrating' | 'forking';
  readonly createdAt: number;
  vpc: string | null;
  readonly tags: readonly string[];
  storageMib: number;
  readonly users: Map<string, User>;
  readonly names: Set<string>;
  rules: readonly TrustedSource[];
  readonly pools: Map<string, Pool>;
  readonly replicas: Map<string, Replica>;
  /** When updates are installed, in UTC. */
  window: { readonly day: string; readonly hour: string };
  /** When the last update was installed. */
  updatedAt: number;
  /** Oldest first. */
  readonly events: DatabaseEvent[];
}

/** The account's clusters by id. */
export class Databases extends Map<string, Database> {}

/** Seconds until a new cluster is online. */
const onlineAfter = 240;

/** Bills a cluster at its present size. */
export const bill = (world: World, database: Database, at: number): void => {
  const extra = Math.max(0, database.storageMib - includedStorage(database.size)) / 1024;
  const monthly =
    databasePrice(database.engine, database.size, database.nodes) + extra * storagePrice;
  world.books.start(
    `database:${database.id}`,
    {
      product: 'Managed Databases',
      description: `${database.name} (${database.engine}, ${database.nodes} × ${database.size})`,
      group: '',
      resourceId: '',
      resourceUuid: database.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('dbaas', database.id)),
    },
    at,
  );
};

const passwordAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A password nobody had before. */
export const newPassword = (world: World): string => `AVNS_${world.ids.text(19, passwordAlphabet)}`;

/** Adds a user with a password of its own. */
export const addUser = (
  world: World,
  database: Database,
  name: string,
  role: User['role'],
  settings: UserSettings = {},
): User => {
  const user = { name, role, password: newPassword(world), settings };
  database.users.set(name, user);
  return user;
};

/** What a cluster is ordered with, everything checked. */
export type DatabasePlan = Pick<
  Database,
  'name' | 'engine' | 'version' | 'nodes' | 'size' | 'region' | 'vpc' | 'tags' | 'storageMib'
> & {
  readonly project?: string | null | undefined;
  /** Made from a backup: shown as forking until it is online. */
  readonly isFork?: boolean;
};

/** Adds a cluster that comes online by itself. */
export const addDatabase = (world: World, plan: DatabasePlan, at: number): Database => {
  const { project, isFork, ...rest } = plan;
  const engine = engines[plan.engine];
  const database: Database = {
    ...rest,
    id: world.ids.uuid(),
    status: isFork ? 'forking' : 'creating',
    createdAt: at,
    users: new Map(),
    names: new Set(engine?.database === 'defaultdb' ? ['defaultdb'] : []),
    rules: [],
    pools: new Map(),
    replicas: new Map(),
    window: { day: 'sunday', hour: '03:00:00' },
    updatedAt: at,
    events: [],
  };
  note(world, database, 'cluster_create', at);
  assign(world, urn('dbaas', database.id), project, at);
  world.of(Databases).set(database.id, database);
  addUser(world, database, plan.engine === 'valkey' ? 'default' : 'doadmin', 'primary');
  bill(world, database, at);
  world.pace.later(onlineAfter, at, () => {
    database.status = 'online';
  });
  return database;
};
