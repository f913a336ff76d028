// A managed database: what is known of it, how it comes online, and how it is shown.
import { forPeople } from '../../exchange/times.ts';
import {
  databasePrice,
  engines,
  includedStorage,
  storagePrice,
} from '../../reference/databases.ts';
import { assign, projectName, projectOf, urn } from '../../things/belonging.ts';
import { visibleTags } from '../../things/tagging.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';

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

/** A database cluster. */
export interface Database {
  readonly id: string;
  readonly name: string;
  readonly engine: string;
  readonly version: string;
  nodes: number;
  size: string;
  readonly region: string;
  status: 'creating' | 'online' | 'resizing' | 'migrating' | 'forking';
  readonly createdAt: number;
  readonly vpc: string | null;
  readonly tags: readonly string[];
  storageMib: number;
  readonly users: Map<string, User>;
  readonly names: Set<string>;
  rules: readonly TrustedSource[];
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
  };
  assign(world, urn('dbaas', database.id), project, at);
  world.of(Databases).set(database.id, database);
  addUser(world, database, plan.engine === 'valkey' ? 'default' : 'doadmin', 'primary');
  bill(world, database, at);
  world.pace.later(onlineAfter, at, () => {
    database.status = 'online';
  });
  return database;
};

const seesSecrets = (holder: Holder): boolean => holder.can('database:view_credentials');

const connection = (database: Database, holder: Holder, prefix: string) => {
  const engine = engines[database.engine];
  const primary = [...database.users.values()][0];
  const host = `${prefix}${database.name}-do-user-${database.id.slice(0, 8)}-0.db.ondigitalocean.com`;
  const port = engine?.port ?? 25060;
  const name = engine?.database ?? '';
  const open = { database: name, host, port, ssl: true };
  if (!seesSecrets(holder) || primary === undefined) return open;
  const login = `${primary.name}:${primary.password}`;
  const query = database.engine === 'pg' ? '?sslmode=require' : '';
  const uri = `${engine?.scheme}://${login}@${host}:${port}/${name}${query}`;
  return { ...open, uri, user: primary.name, password: primary.password };
};

/** A user as DigitalOcean shows it. */
export const userView = (user: User, holder: Holder) => ({
  name: user.name,
  role: user.role,
  ...(seesSecrets(holder) ? { password: user.password } : {}),
  ...user.settings,
});

/** A trusted source as DigitalOcean shows it. */
export const ruleView = (database: Database, rule: TrustedSource) => ({
  uuid: rule.uuid,
  cluster_uuid: database.id,
  type: rule.type,
  value: rule.value,
  created_at: forPeople(rule.createdAt),
});

/** A cluster as DigitalOcean shows it; credentials only to a token that may see them. */
export const databaseView = (world: World, database: Database, holder: Holder) => ({
  id: database.id,
  name: database.name,
  engine: database.engine,
  version: database.version,
  semantic_version: database.version.includes('.')
    ? `${database.version}.2`
    : `${database.version}.4`,
  num_nodes: database.nodes,
  size: database.size,
  region: database.region,
  status: database.status,
  created_at: forPeople(database.createdAt),
  ...(holder.can('vpc:read') && database.vpc !== null
    ? { private_network_uuid: database.vpc }
    : {}),
  tags: visibleTags(holder, database.tags),
  db_names: database.names.size > 0 ? [...database.names] : null,
  connection: connection(database, holder, ''),
  private_connection: connection(database, holder, 'private-'),
  ...(database.nodes > 1
    ? {
        standby_connection: connection(database, holder, 'replica-'),
        standby_private_connection: connection(database, holder, 'private-replica-'),
      }
    : {}),
  users: [...database.users.values()].map((user) => userView(user, holder)),
  maintenance_window: { day: 'sunday', hour: '03:00:00', pending: false, description: [] },
  ...(holder.can('project:read')
    ? { project_id: projectOf(world, urn('dbaas', database.id)) }
    : {}),
  rules: database.rules.map((rule) => ruleView(database, rule)),
  storage_size_mib: database.storageMib,
});
