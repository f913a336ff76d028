// Ordering and resizing databases: what DigitalOcean checks, in one place.
import * as z from 'zod';
import { accepted, type Call, created, type RouteReply } from '../../exchange/call.ts';
import { listOf, optional, read, tagName } from '../../exchange/input.ts';
import { preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import { engines, includedStorage } from '../../reference/databases.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import {
  addDatabase,
  bill,
  type Database,
  Databases,
  note,
  type TrustedSource,
} from '../../things/databases/database.ts';
import { useTags } from '../../things/tagging.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import { databaseView } from './view.ts';

/** Seconds until a resize is done. */
const resizedAfter = 120;

/** A trusted source as it is sent. */
export const ruleBody = z.object({
  type: z.enum(['droplet', 'k8s', 'ip_addr', 'tag', 'app']),
  value: z.string(),
});

const newDatabase = z.object({
  name: z
    .string()
    .min(3)
    .max(63)
    .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/, 'may only have lower-case letters, numbers and dashes'),
  engine: z.string(),
  version: optional(z.string()),
  num_nodes: z.int(),
  size: z.string(),
  region: z.string(),
  private_network_uuid: optional(z.string()),
  tags: listOf(tagName),
  project_id: optional(z.string()),
  storage_size_mib: optional(z.int()),
  rules: listOf(ruleBody),
  backup_restore: optional(z.object({ database_name: z.string() })),
});

/** Trusted sources from what was sent. */
export const rulesOf = (
  world: World,
  given: readonly z.output<typeof ruleBody>[],
  at: number,
): readonly TrustedSource[] =>
  given.map(({ type, value }) => ({ uuid: world.ids.uuid(), type, value, createdAt: at }));

const checkShape = (engineName: string, nodes: number, size: string): void => {
  const engine = Object.hasOwn(engines, engineName) ? engines[engineName] : undefined;
  if (engine === undefined) throw unprocessable(`invalid engine: ${engineName}`);
  if (!engine.nodes.includes(nodes)) {
    throw unprocessable(`${engineName} clusters have ${engine.nodes.join(', ')} nodes.`);
  }
  if (!engine.sizes.includes(size)) throw unprocessable(`invalid size for ${engineName}: ${size}`);
};

/** `POST /v2/databases`. */
export const createDatabase = (call: Call, world: World): RouteReply => {
  const given = read(call, newDatabase);
  if (given.project_id) call.holder.demand([['project:assign_resource'], ['project:update']]);
  if (given.private_network_uuid) call.holder.demand([['vpc:read']]);
  checkShape(given.engine, given.num_nodes, given.size);
  const engine = engines[given.engine];
  const version = given.version || (engine?.versions.at(-1) ?? '');
  if (!engine?.versions.includes(version)) {
    throw unprocessable(`invalid version for ${given.engine}: ${version}`);
  }
  if (!isOpenRegion(given.region)) throw unprocessable(`invalid region: ${given.region}`);
  const others = [...world.of(Databases).values()];
  if (others.some(({ name }) => name === given.name)) {
    throw unprocessable('a cluster with this name already exists');
  }
  const origin = given.backup_restore?.database_name;
  if (origin && !others.some(({ name }) => name === origin)) {
    throw unprocessable(`There is no cluster ${origin} to restore from.`);
  }
  const tags = useTags(world, call.holder, given.tags);
  const database = addDatabase(
    world,
    {
      name: given.name,
      engine: given.engine,
      version,
      nodes: given.num_nodes,
      size: given.size,
      region: given.region,
      vpc: vpcFor(world, given.private_network_uuid, given.region, call.now).id,
      tags,
      storageMib: given.storage_size_mib ?? includedStorage(given.size),
      project: given.project_id,
      isFork: origin !== undefined,
    },
    call.now,
  );
  database.rules = rulesOf(world, given.rules, call.now);
  return created({ database: databaseView(world, database, call) });
};

const resizeBody = z.object({
  size: z.string(),
  num_nodes: z.int(),
  storage_size_mib: optional(z.int()),
});

/** `PUT /v2/databases/{database_cluster_uuid}/resize`. */
export const resizeDatabase = (call: Call, world: World, database: Database): RouteReply => {
  const given = read(call, resizeBody);
  checkShape(database.engine, given.num_nodes, given.size);
  if (database.status !== 'online') {
    throw preconditionFailed(`The cluster is ${database.status} and cannot be resized now.`);
  }
  database.status = 'resizing';
  world.pace.later(resizedAfter, call.now, (at) => {
    if (!world.of(Databases).has(database.id)) return;
    database.status = 'online';
    database.size = given.size;
    database.nodes = given.num_nodes;
    database.storageMib = given.storage_size_mib ?? database.storageMib;
    note(world, database, 'cluster_update', at);
    bill(world, database, at);
  });
  return accepted();
};
