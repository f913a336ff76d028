// A domain: its records, its zone file, and how it comes into being.
import { assign, urn } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';

/** A DNS record; `name` is relative to the domain, `@` is the domain itself. */
export interface DomainRecord {
  readonly id: number;
  type: string;
  name: string;
  /** Host names stand without the closing dot, the domain itself as `@`. */
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

/** Seconds for which records may be remembered when nobody says otherwise. */
export const usualTtl = 1800;

/** Adds a record whose content is known to be right. */
export const addRecord = (
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

/** Adds a domain with what every zone has and, where an address is given, an A record for the domain itself. */
export const addDomain = (
  world: World,
  name: string,
  address: string | null | undefined,
  at: number,
): Domain => {
  const domain: Domain = { name, ttl: usualTtl, records: new Map() };
  world.of(Domains).set(name, domain);
  assign(world, urn('domain', name), null, at);
  // Listed like any other record; its data is all that can be seen of it (terraform and octodns step over it).
  addRecord(world, domain, { type: 'SOA', name: '@', data: String(usualTtl) });
  for (const server of [1, 2, 3]) {
    addRecord(world, domain, { type: 'NS', name: '@', data: `ns${server}.digitalocean.com` });
  }
  if (address) addRecord(world, domain, { type: 'A', name: '@', data: address });
  return domain;
};

/** Types whose data is a host name wherever they stand. */
const pointing = new Set(['CNAME', 'MX', 'NS', 'SRV']);

/** Whether a record's data is a host name: of a CAA record only where it names an authority. */
export const namesHost = ({ type, tag, data }: Pick<DomainRecord, 'type' | 'tag' | 'data'>) =>
  // A semicolon means that no authority may issue (RFC 8659).
  pointing.has(type) || (type === 'CAA' && tag !== 'iodef' && !data.startsWith(';'));

const lineOf = (domain: Domain, record: DomainRecord): string => {
  const host = record.name === '@' ? '' : `${record.name}.`;
  if (record.type === 'SOA') {
    return `${domain.name}. IN SOA ns1.digitalocean.com. hostmaster.${domain.name}. 1 10800 3600 604800 ${record.ttl}`;
  }
  const numbers = [record.priority, record.weight, record.port, record.flags, record.tag]
    .filter((value) => value !== null)
    .map((value) => `${value} `)
    .join('');
  const target = record.data === '@' ? domain.name : record.data;
  const bare = namesHost(record) ? `${target}.` : record.data;
  const data = record.type === 'TXT' ? JSON.stringify(record.data) : bare;
  return `${host}${domain.name}. IN ${record.ttl} ${record.type} ${numbers}${data}`;
};

/** The zone as a file (RFC 1035). */
export const zoneFile = (domain: Domain): string =>
  [
    `$ORIGIN ${domain.name}.`,
    `$TTL ${domain.ttl}`,
    ...[...domain.records.values()].map((record) => lineOf(domain, record)),
    '',
  ].join('\n');
