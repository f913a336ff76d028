// Databases, their users and the ways into them, as DigitalOcean shows them. None of the ways leads anywhere.
import type { Call } from '../../exchange/call.ts';
import { forPeople } from '../../exchange/times.ts';
import { engines } from '../../reference/databases.ts';
import { projectOf, urn } from '../../things/belonging.ts';
import type { Database, TrustedSource, User } from '../../things/databases/database.ts';
import { visibleTags } from '../../things/tagging.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';

const seesSecrets = (holder: Holder): boolean => holder.can('database:view_credentials');

/** Where a connection leads and as whom; absent: the cluster itself, as its first user. */
interface Way {
  /** Beginning of the host's name. */
  readonly prefix: string;
  readonly user?: User | undefined;
  readonly database?: string;
  readonly port?: number;
}

/** A connection; its credentials only to a token that may see them. */
export const connection = (database: Database, holder: Holder, way: Way) => {
  const engine = engines[database.engine];
  const user = way.user ?? [...database.users.values()][0];
  const host = `${way.prefix}${database.name}-do-user-${database.id.slice(0, 8)}-0.db.ondigitalocean.com`;
  const port = way.port ?? engine?.port ?? 25060;
  const name = way.database ?? engine?.database ?? '';
  const open = { database: name, host, port, ssl: true };
  if (!seesSecrets(holder) || user === undefined) return open;
  const login = `${user.name}:${user.password}`;
  const query = database.engine === 'pg' ? '?sslmode=require' : '';
  const uri = `${engine?.scheme}://${login}@${host}:${port}/${name}${query}`;
  return { ...open, uri, user: user.name, password: user.password };
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

const day = 86_400_000;
/** Days after which an update is out again. */
const updatesAfter = 14;

/** The updates that wait for the next maintenance, in words. */
export const pendingUpdates = ({ engine, version, updatedAt }: Database, now: number) =>
  now - updatedAt < updatesAfter * day ? [] : [`Update ${engine} ${version} to its latest release`];

/** A cluster as DigitalOcean shows it; credentials only to a token that may see them. */
export const databaseView = (
  world: World,
  database: Database,
  { holder, now }: Pick<Call, 'holder' | 'now'>,
) => ({
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
  connection: connection(database, holder, { prefix: '' }),
  private_connection: connection(database, holder, { prefix: 'private-' }),
  ...(database.nodes > 1
    ? {
        standby_connection: connection(database, holder, { prefix: 'replica-' }),
        standby_private_connection: connection(database, holder, { prefix: 'private-replica-' }),
      }
    : {}),
  users: [...database.users.values()].map((user) => userView(user, holder)),
  maintenance_window: {
    ...database.window,
    pending: pendingUpdates(database, now).length > 0,
    description: pendingUpdates(database, now),
  },
  ...(holder.can('project:read')
    ? { project_id: projectOf(world, urn('dbaas', database.id)) }
    : {}),
  rules: database.rules.map((rule) => ruleView(database, rule)),
  storage_size_mib: database.storageMib,
});
