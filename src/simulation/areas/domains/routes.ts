// Domains and their DNS records.
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
import { optional, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { Assignables, assign, unassign, urn } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import type { Area } from '../area.ts';

/** A DNS record; `name` is relative to the domain, `@` is the domain itself. */
export interface DomainRecord {
  readonly id: number;
  type: string;
  name: string;
  data: string;
  priority: number | null;
  port: number | null;
  ttl: number;
  weight: number | null;
  flags: number | null;
  tag: string | null;
}

/** A domain. */
export interface Domain {
  readonly name: string;
  readonly ttl: number;
  readonly records: Map<number, DomainRecord>;
}

/** The account's domains by name. */
export class Domains extends Map<string, Domain> {}

const usualTtl = 1800;
/** DigitalOcean's smallest time to live, in seconds. */
const leastTtl = 30;

const recordTypes = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'];
/** Types whose data is a host name. */
const pointing = new Set(['CNAME', 'MX', 'NS', 'SRV']);

const addRecord = (
  world: World,
  domain: Domain,
  record: Pick<DomainRecord, 'type' | 'name' | 'data'> & Partial<DomainRecord>,
): DomainRecord => {
  const added: DomainRecord = {
    priority: null,
    port: null,
    ttl: usualTtl,
    weight: null,
    flags: null,
    tag: null,
    ...record,
    id: world.ids.number('record'),
  };
  domain.records.set(added.id, added);
  return added;
};

/** Adds a domain with its name servers and, where an address is given, an A record for the domain itself. */
export const addDomain = (
  world: World,
  name: string,
  address: string | null | undefined,
  at: number,
): Domain => {
  const domain: Domain = { name, ttl: usualTtl, records: new Map() };
  world.of(Domains).set(name, domain);
  assign(world, urn('domain', name), null, at);
  for (const server of [1, 2, 3]) {
    addRecord(world, domain, { type: 'NS', name: '@', data: `ns${server}.digitalocean.com` });
  }
  if (address) addRecord(world, domain, { type: 'A', name: '@', data: address });
  return domain;
};

const zoneFile = (domain: Domain): string => {
  const host = (name: string): string => (name === '@' ? '' : `${name}.`);
  const lines = [...domain.records.values()].map((record) => {
    const dot = pointing.has(record.type) ? '.' : '';
    const numbers = [record.priority, record.weight, record.port, record.flags, record.tag]
      .filter((value) => value !== null)
      .map((value) => `${value} `)
      .join('');
    const data = record.type === 'TXT' ? JSON.stringify(record.data) : record.data + dot;
    return `${host(record.name)}${domain.name}. IN ${record.ttl} ${record.type} ${numbers}${data}`;
  });
  const soa = `${domain.name}. IN SOA ns1.digitalocean.com. hostmaster.${domain.name}. 1 10800 3600 604800 1800`;
  return [`$ORIGIN ${domain.name}.`, `$TTL ${domain.ttl}`, soa, ...lines, ''].join('\n');
};

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
      'the name of a domain such as example.com',
    ),
  ip_address: optional(z.string()),
});

const recordBody = z.object({
  type: optional(z.string()),
  name: optional(z.string()),
  data: optional(z.string()),
  priority: optional(wholeNumber),
  port: optional(wholeNumber),
  ttl: optional(wholeNumber),
  weight: optional(wholeNumber),
  flags: optional(wholeNumber),
  tag: optional(z.string()),
});
type RecordBody = z.output<typeof recordBody>;

/** What each type must have besides name and data. */
const needs: Readonly<
  Record<string, readonly ('priority' | 'port' | 'weight' | 'flags' | 'tag')[]>
> = {
  MX: ['priority'],
  SRV: ['priority', 'port', 'weight'],
  CAA: ['flags', 'tag'],
};

/** `sub.example.com.` and `sub` are the same host. */
const relative = (name: string, domain: Domain): string => {
  const bare = name.replace(/\.$/, '');
  if (bare === '' || bare === '@' || bare === domain.name) return '@';
  return bare.endsWith(`.${domain.name}`) ? bare.slice(0, -domain.name.length - 1) : bare;
};

const checked = (
  domain: Domain,
  given: RecordBody,
  before: DomainRecord | undefined,
): Omit<DomainRecord, 'id'> => {
  const type = (given.type ?? before?.type ?? '').toUpperCase();
  if (type === 'SOA') throw unprocessable('The SOA record is part of the domain itself.');
  if (!recordTypes.includes(type)) throw unprocessable(`${type || 'Nothing'} is no record type.`);
  const merged = {
    type,
    name: given.name ?? before?.name ?? (type === 'MX' ? '@' : ''),
    data: given.data ?? before?.data ?? '',
    priority: given.priority ?? before?.priority ?? null,
    port: given.port ?? before?.port ?? null,
    ttl: given.ttl ?? before?.ttl ?? usualTtl,
    weight: given.weight ?? before?.weight ?? null,
    flags: given.flags ?? before?.flags ?? null,
    tag: given.tag ?? before?.tag ?? null,
  };
  if (merged.name === '') throw unprocessable("Name can't be blank");
  if (merged.data === '') throw unprocessable("Data can't be blank");
  for (const field of needs[type] ?? []) {
    if (merged[field] === null) throw unprocessable(`A record of type ${type} needs ${field}.`);
  }
  if (type === 'A' && !isIPv4(merged.data))
    throw unprocessable('IP address did not match IPv4 format');
  if (type === 'AAAA' && !isIPv6(merged.data)) {
    throw unprocessable('IP address did not match IPv6 format');
  }
  if (merged.ttl < leastTtl) throw unprocessable(`The TTL is at least ${leastTtl} seconds.`);
  if (type === 'CAA' && !['issue', 'issuewild', 'iodef'].includes(merged.tag ?? '')) {
    throw unprocessable('The tag of a CAA record is issue, issuewild or iodef.');
  }
  if ((merged.flags ?? 0) > 255) throw unprocessable('Flags lie between 0 and 255.');
  const name = relative(merged.name, domain);
  const clash = [...domain.records.values()].some(
    (other) =>
      other !== before && other.name === name && (other.type === 'CNAME' || type === 'CNAME'),
  );
  if (clash) throw unprocessable('CNAME records cannot share a name with other records');
  // Host names are answered without the closing dot, an apex pointer as it was sent.
  const data = pointing.has(type) ? merged.data.replace(/(?<=.)\.$/, '') : merged.data;
  return { ...merged, name, data };
};

const createRecord = (call: Call, world: World): RouteReply => {
  const domain = find(call, world);
  const given = checked(domain, read(call, recordBody), undefined);
  return created({ domain_record: recordView(addRecord(world, domain, given)) });
};

const changeRecord = (call: Call, world: World): RouteReply => {
  const { domain, record } = findRecord(call, world);
  Object.assign(record, checked(domain, read(call, recordBody), record));
  return ok({ domain_record: recordView(record) });
};

const create = (call: Call, world: World): RouteReply => {
  const given = read(call, newDomain);
  const name = given.name.toLowerCase();
  if (world.of(Domains).has(name)) throw unprocessable(`Name already exists: ${name}.`);
  if (given.ip_address && !isIPv4(given.ip_address) && !isIPv6(given.ip_address)) {
    throw unprocessable('ip_address is not an IP address.');
  }
  return created({ domain: domainView(addDomain(world, name, given.ip_address, call.now)) });
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
    handle: (call, world) => {
      const domain = find(call, world);
      const type = call.query.get('type');
      const name = call.query.get('name');
      const host = name === null ? null : relative(name.toLowerCase(), domain);
      const records = [...domain.records.values()].filter(
        (record) =>
          (type === null || record.type === type) && (host === null || record.name === host),
      );
      return page(call, 'domain_records', records, recordView);
    },
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
    handle: (call, world) => {
      const { domain, record } = findRecord(call, world);
      domain.records.delete(record.id);
      return done;
    },
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
export const domainArea: Area = { routes, join };
