// Records as they are sent: their form, and what DigitalOcean checks and makes of them.
import { isIPv4, isIPv6 } from 'node:net';
import * as z from 'zod';
import type { Call } from '../../exchange/call.ts';
import { optional, read, wholeNumber } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { type Domain, type DomainRecord, namesHost, usualTtl } from './domain.ts';

/** DigitalOcean's smallest time to live, in seconds. */
const leastTtl = 30;

const recordTypes = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'];

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

type Content = Omit<DomainRecord, 'id'>;

/** What each type must have besides name and data. */
const needs: Readonly<
  Record<string, readonly ('priority' | 'port' | 'weight' | 'flags' | 'tag')[]>
> = {
  MX: ['priority'],
  SRV: ['priority', 'port', 'weight'],
  CAA: ['flags', 'tag'],
};

/** Types that stand for the domain itself when they are given no name. */
const atApex = new Set(['MX', 'NS']);

/**
 * A record's name as it is kept. With a closing dot it is the whole name; without one it always lies below the
 * domain, so that `www.example.com` in example.com is www.example.com.example.com.
 */
const relative = (name: string, domain: Domain): string => {
  const lower = name.toLowerCase();
  if (lower === '@' || lower === `${domain.name}.`) return '@';
  const below = `.${domain.name}.`;
  if (lower.endsWith(below)) return name.slice(0, -below.length);
  return name.replace(/\.$/, '');
};

/** Host names are sent with a closing dot and kept without; the domain itself is `@` whichever way it is written. */
const kept = (content: Content, domain: Domain): string => {
  if (!namesHost(content) || content.data === '@') return content.data;
  const bare = content.data.replace(/(?<=.)\.$/, '');
  return bare.toLowerCase() === domain.name ? '@' : bare;
};

const checkData = (content: Content, isNew: boolean): void => {
  const { type, data } = content;
  if (data === '') throw unprocessable("Data can't be blank");
  if (type === 'A' && !isIPv4(data)) throw unprocessable('IP address did not match IPv4 format');
  if (type === 'AAAA' && !isIPv6(data)) {
    throw unprocessable('IP address did not match IPv6 format');
  }
  if (isNew && namesHost(content) && data !== '@' && !data.endsWith('.')) {
    throw unprocessable('Data needs to end with a dot (.)');
  }
};

const checkNumbers = (content: Content): void => {
  for (const field of needs[content.type] ?? []) {
    if (content[field] === null) {
      throw unprocessable(`A record of type ${content.type} needs ${field}.`);
    }
  }
  if (content.ttl < leastTtl) throw unprocessable(`The TTL is at least ${leastTtl} seconds.`);
  if (content.type === 'CAA' && !['issue', 'issuewild', 'iodef'].includes(content.tag ?? '')) {
    throw unprocessable('The tag of a CAA record is issue, issuewild or iodef.');
  }
  if ((content.flags ?? 0) > 255) throw unprocessable('Flags lie between 0 and 255.');
};

const checkNeighbours = (
  domain: Domain,
  { type, name }: Content,
  self: DomainRecord | undefined,
): void => {
  const clash = [...domain.records.values()].some(
    (other) =>
      other !== self && other.name === name && (other.type === 'CNAME' || type === 'CNAME'),
  );
  if (clash) throw unprocessable('CNAME records cannot share a name with other records');
};

/**
 * What a record is to hold after a request: what it says, and of the record it changes whatever it leaves out.
 *
 * @throws ApiRefusal 422 for what DigitalOcean does not take.
 */
export const recordOf = (call: Call, domain: Domain, before: DomainRecord | undefined): Content => {
  const given = read(call, recordBody);
  const type = (given.type ?? before?.type ?? '').toUpperCase();
  if (type === 'SOA' || before?.type === 'SOA') {
    throw unprocessable('The SOA record belongs to the domain and cannot be made or changed.');
  }
  if (!recordTypes.includes(type)) throw unprocessable(`${type || 'Nothing'} is no record type.`);
  const name = given.name || before?.name || (atApex.has(type) ? '@' : '');
  if (name === '') throw unprocessable("Name can't be blank");
  const content: Content = {
    type,
    name: given.name ? relative(name, domain) : name,
    data: given.data ?? before?.data ?? '',
    priority: given.priority ?? before?.priority ?? null,
    port: given.port ?? before?.port ?? null,
    ttl: given.ttl ?? before?.ttl ?? usualTtl,
    weight: given.weight ?? before?.weight ?? null,
    flags: given.flags ?? before?.flags ?? null,
    tag: given.tag ?? before?.tag ?? null,
  };
  const isNew = given.data !== null && given.data !== undefined;
  checkNumbers(content);
  checkData(content, isNew);
  checkNeighbours(domain, content, before);
  return { ...content, data: isNew ? kept(content, domain) : content.data };
};
