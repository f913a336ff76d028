// Read-only replicas of a database cluster.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { listOf, optional, read, tagName } from '../../exchange/input.ts';
import { notFound, preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { databasePrice, engines } from '../../reference/databases.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { assign, projectName, projectOf, urn } from '../../things/belonging.ts';
import {
  bill as billDatabase,
  type Database,
  Databases,
  note,
  type Replica,
} from '../../things/databases/database.ts';
import { useTags, visibleTags } from '../../things/tagging.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import { databasePath, findDatabase } from './inside.ts';
import { connection } from './view.ts';

/** Seconds until a new replica is online. */
const onlineAfter = 240;

/** Engines that have replicas. */
const replicated = new Set(['pg', 'mysql']);

/** The key under which a replica is billed. */
export const replicaKey = ({ id }: Replica): string => `database_replica:${id}`;

const newReplica = z.object({
  name: z.string().min(1),
  region: optional(z.string()),
  size: optional(z.string()),
  tags: listOf(tagName),
  storage_size_mib: optional(z.int()),
});

const view = (call: Call, database: Database, replica: Replica) => ({
  id: replica.id,
  name: replica.name,
  region: replica.region,
  size: replica.size,
  status: replica.status,
  tags: visibleTags(call.holder, replica.tags),
  created_at: forPeople(replica.createdAt),
  storage_size_mib: replica.storageMib,
  connection: connection(database, call.holder, { prefix: `${replica.name}-` }),
  private_connection: connection(database, call.holder, { prefix: `private-${replica.name}-` }),
});

const find = (call: Call, world: World): { database: Database; replica: Replica } => {
  const database = findDatabase(call, world);
  const replica = database.replicas.get(segment(call, 'replica_name'));
  if (replica === undefined) throw notFound('replica');
  return { database, replica };
};

const bill = (world: World, database: Database, replica: Replica, at: number): void => {
  const monthly = databasePrice(database.engine, replica.size, 1);
  world.books.start(
    replicaKey(replica),
    {
      product: 'Managed Databases',
      description: `${replica.name} (replica of ${database.name})`,
      group: '',
      resourceId: '',
      resourceUuid: replica.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('dbaas', database.id)),
    },
    at,
  );
};

const create = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const given = read(call, newReplica);
  if (!replicated.has(database.engine)) {
    throw unprocessable(`Clusters of ${database.engine} have no replicas.`);
  }
  // Before its first backup there is nothing to copy.
  if (database.status !== 'online') {
    throw preconditionFailed('cluster backup is not ready: a replica cannot be made yet');
  }
  if (database.replicas.has(given.name)) throw unprocessable('The replica already exists.');
  const region = given.region || database.region;
  if (!isOpenRegion(region)) throw unprocessable(`invalid region: ${region}`);
  const size = given.size || database.size;
  if (!engines[database.engine]?.sizes.includes(size)) {
    throw unprocessable(`invalid size for ${database.engine}: ${size}`);
  }
  const replica: Replica = {
    id: world.ids.uuid(),
    name: given.name,
    region,
    size,
    tags: useTags(world, call.holder, given.tags),
    storageMib: given.storage_size_mib ?? database.storageMib,
    createdAt: call.now,
    status: 'creating',
  };
  database.replicas.set(replica.name, replica);
  bill(world, database, replica, call.now);
  world.pace.later(onlineAfter, call.now, () => {
    replica.status = 'online';
  });
  return created({ replica: view(call, database, replica) });
};

/** Makes a cluster of its own of a replica, with what it is a copy of. */
const promote = (call: Call, world: World): RouteReply => {
  const { database, replica } = find(call, world);
  if (replica.status !== 'online') throw preconditionFailed('The replica is not online yet.');
  if ([...world.of(Databases).values()].some(({ name }) => name === replica.name)) {
    throw unprocessable('a cluster with this name already exists');
  }
  database.replicas.delete(replica.name);
  world.books.stop(replicaKey(replica), call.now);
  const { engine, version, window, rules } = database;
  const promoted: Database = {
    ...{ engine, version, window, rules },
    id: replica.id,
    name: replica.name,
    nodes: 1,
    size: replica.size,
    region: replica.region,
    status: 'online',
    createdAt: replica.createdAt,
    updatedAt: call.now,
    vpc: vpcFor(world, null, replica.region, call.now).id,
    tags: replica.tags,
    storageMib: replica.storageMib,
    users: new Map([...database.users].map(([name, user]) => [name, { ...user }])),
    names: new Set(database.names),
    pools: new Map(),
    replicas: new Map(),
    events: [],
  };
  assign(world, urn('dbaas', promoted.id), projectOf(world, urn('dbaas', database.id)), call.now);
  world.of(Databases).set(promoted.id, promoted);
  note(world, promoted, 'cluster_create', call.now);
  billDatabase(world, promoted, call.now);
  return done;
};

const replicas = `${databasePath}/replicas`;

/** Replicas. */
export const replicaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: replicas,
    requires: [['database:read']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      return ok({
        replicas: [...database.replicas.values()].map((it) => view(call, database, it)),
      });
    },
  },
  { method: 'POST', path: replicas, requires: [['database:create']], handle: create },
  {
    method: 'GET',
    path: `${replicas}/{replica_name}`,
    requires: [['database:read']],
    handle: (call, world) => {
      const { database, replica } = find(call, world);
      return ok({ replica: view(call, database, replica) });
    },
  },
  {
    method: 'DELETE',
    path: `${replicas}/{replica_name}`,
    requires: [['database:delete']],
    handle: (call, world) => {
      const { database, replica } = find(call, world);
      database.replicas.delete(replica.name);
      world.books.stop(replicaKey(replica), call.now);
      return done;
    },
  },
  {
    method: 'PUT',
    path: `${replicas}/{replica_name}/promote`,
    requires: [['database:update']],
    handle: promote,
  },
];
