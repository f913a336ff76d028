// Domains and their DNS records: the operations.
import { isIPv4, isIPv6 } from 'node:net';
import * as z from 'zod';
import {
  type Call,
  created,
  done,
  numberIn,
  ok,
  type RouteReply,
  segment,
} from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { Assignables, unassign, urn } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import {
  addDomain,
  addRecord,
  type Domain,
  type DomainRecord,
  Domains,
  zoneFile,
} from './domain.ts';
import { recordOf } from './orders.ts';

const domainView = (domain: Domain) => ({
  name: domain.name,
  ttl: domain.ttl,
  zone_file: zoneFile(domain),
});

const recordView = (record: DomainRecord) => ({
  id: record.id,
  type: record.type,
  name: record.name,
  data: record.data,
  priority: record.priority,
  port: record.port,
  ttl: record.ttl,
  weight: record.weight,
  flags: record.flags,
  tag: record.tag,
});

const find = (call: Call, world: World): Domain => {
  const domain = world.of(Domains).get(segment(call, 'domain_name').toLowerCase());
  if (domain === undefined) throw notFound('domain');
  return domain;
};

const findRecord = (call: Call, world: World): { domain: Domain; record: DomainRecord } => {
  const domain = find(call, world);
  const record = domain.records.get(numberIn(call, 'domain_record_id'));
  if (record === undefined) throw notFound('record');
  return { domain, record };
};

const newDomain = z.object({
  name: z
    .string()
    .max(253)
    .regex(
      /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9][a-z0-9-]*[a-z0-9]$/i,
      'is not the name of a domain such as example.com',
    ),
  ip_address: optional(z.string()),
});

const create = (call: Call, world: World): RouteReply => {
  const given = read(call, newDomain);
  const name = given.name.toLowerCase();
  if (world.of(Domains).has(name)) throw unprocessable(`Name already exists: ${name}.`);
  if (given.ip_address && !isIPv4(given.ip_address) && !isIPv6(given.ip_address)) {
    throw unprocessable('ip_address is not an IP address.');
  }
  const domain = addDomain(world, name, given.ip_address, call.now);
  // The zone is written after the answer: DigitalOcean's document has null here.
  return created({ domain: { ...domainView(domain), zone_file: null } });
};

/** `name` is compared with whole names: a short one finds nothing. */
const select = (call: Call, domain: Domain): readonly DomainRecord[] => {
  const type = call.query.get('type');
  const name = call.query.get('name')?.toLowerCase().replace(/\.$/, '');
  const fullName = (record: DomainRecord): string =>
    record.name === '@' ? domain.name : `${record.name}.${domain.name}`.toLowerCase();
  return [...domain.records.values()].filter(
    (record) =>
      (!type || record.type === type.toUpperCase()) && (!name || fullName(record) === name),
  );
};

const createRecord = (call: Call, world: World): RouteReply => {
  const domain = find(call, world);
  const record = addRecord(world, domain, recordOf(call, domain, undefined));
  return created({ domain_record: recordView(record) });
};

const changeRecord = (call: Call, world: World): RouteReply => {
  const { domain, record } = findRecord(call, world);
  Object.assign(record, recordOf(call, domain, record));
  return ok({ domain_record: recordView(record) });
};

const removeRecord = (call: Call, world: World): RouteReply => {
  const { domain, record } = findRecord(call, world);
  if (record.type === 'SOA') throw unprocessable('The SOA record goes with its domain only.');
  domain.records.delete(record.id);
  return done;
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/domains',
    requires: [['domain:read']],
    handle: (call, world) => page(call, 'domains', [...world.of(Domains).values()], domainView),
  },
  { method: 'POST', path: '/v2/domains', requires: [['domain:create']], handle: create },
  {
    method: 'GET',
    path: '/v2/domains/{domain_name}',
    requires: [['domain:read']],
    handle: (call, world) => ok({ domain: domainView(find(call, world)) }),
  },
  {
    method: 'DELETE',
    path: '/v2/domains/{domain_name}',
    requires: [['domain:delete']],
    handle: (call, world) => {
      const domain = find(call, world);
      world.of(Domains).delete(domain.name);
      unassign(world, urn('domain', domain.name));
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/domains/{domain_name}/records',
    requires: [['domain:read']],
    handle: (call, world) =>
      page(call, 'domain_records', select(call, find(call, world)), recordView),
  },
  {
    method: 'POST',
    path: '/v2/domains/{domain_name}/records',
    requires: [['domain:create'], ['domain:update']],
    handle: createRecord,
  },
  {
    method: 'GET',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    requires: [['domain:read']],
    handle: (call, world) => ok({ domain_record: recordView(findRecord(call, world).record) }),
  },
  {
    method: 'PUT',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    requires: [['domain:update']],
    handle: changeRecord,
  },
  {
    method: 'PATCH',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    requires: [['domain:update']],
    handle: changeRecord,
  },
  {
    method: 'DELETE',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    requires: [['domain:delete'], ['domain:update']],
    handle: removeRecord,
  },
];

const join = (world: World): void => {
  const domains = world.of(Domains);
  world.of(Assignables).set('domain', {
    scope: 'domain:read',
    path: 'domains',
    called: 'domain',
    named: (name) => domains.get(name)?.name,
  });
};

/** Domains and records. */
export const domainArea: SimulatedArea = { routes, join };
