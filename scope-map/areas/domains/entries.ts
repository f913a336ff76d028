// Domains and their DNS records.
import type { Rule } from '../../endpoint/rule.ts';
import { describeArea } from '../../entry/area-map.ts';
import { overwrites } from '../../entry/conditions.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const ofType = (...is: readonly [string, ...string[]]) => ({ argument: 'type', is }) as const;

// A name is kept without its domain: with it the record would be www.example.com.example.com.
const nameIsRelative = {
  kind: 'relative',
  argument: 'name',
  to: 'domain_name',
} as const satisfies Rule;

// What a record of each type cannot be without. The document asks some types for CAA fields; they are not needed.
const recordRules = [
  {
    kind: 'needs',
    when: ofType('A', 'AAAA', 'CAA', 'CNAME', 'SRV', 'TXT', 'NS'),
    arguments: ['name', 'data'],
  },
  { kind: 'needs', when: ofType('MX'), arguments: ['data', 'priority'] },
  { kind: 'needs', when: ofType('CAA'), arguments: ['flags', 'tag'] },
  { kind: 'needs', when: ofType('SRV'), arguments: ['priority', 'port', 'weight'] },
  { kind: 'needs', when: ofType('SOA'), arguments: ['ttl'] },
  nameIsRelative,
] as const satisfies readonly Rule[];

// The former value is kept nowhere.
const replaced = [
  overwrites('data', 'replaces what the record points to'),
  overwrites('name', 'replaces the name that the record answers to'),
];

const hints = [
  {
    status: 422,
    when: ofType('CNAME', 'MX', 'NS', 'SRV', 'CAA'),
    unless: { argument: 'data', endsIn: ['.', '@'] },
    next: 'A host name in data must end in a dot ("mail.example.com."); "@" stands for the domain itself.',
  },
] as const;

const recordSays = {
  type: 'Record type.',
  name: 'Host part without the domain; "@" for the domain itself.',
};

export default describeArea(facts, words, {
  domains_list: {
    title: 'List domains',
    description: 'Lists domains whose DNS is managed here.',
    reply: pagedList('domains'),
    view: { drops: ['zone_file'] },
  },
  domains_get: {
    title: 'Get a domain',
    description: 'Shows one domain with its zone file.',
    reply: object('domain'),
  },
  domains_create: {
    title: 'Add a domain',
    description:
      "Adds a domain to manage its DNS; the registrar must then point to DigitalOcean's name servers.",
    effect: 'write',
    reply: object('domain'),
    says: {
      name: 'Domain, such as example.com.',
      ip_address: 'IPv4 address for a first A record at the domain itself.',
    },
  },
  domains_delete: {
    title: 'Delete a domain',
    description: 'Deletes a domain with all its records at once; its names stop resolving.',
    reply: nothing,
  },
  domains_list_records: {
    title: 'List DNS records',
    description: 'Lists the DNS records of a domain.',
    reply: pagedList('domain_records'),
    view: {
      columns: ['id', 'type', 'name', 'data', 'ttl', 'priority', 'weight', 'port', 'flags', 'tag'],
    },
    completes: { name: 'domain_name' },
    says: {
      type: 'Only records of this type.',
      name: 'Only records of this name; www and www.example.com are the same.',
    },
  },
  domains_get_record: {
    title: 'Get a DNS record',
    description: 'Shows one DNS record.',
    reply: object('domain_record'),
  },
  domains_create_record: {
    title: 'Create a DNS record',
    description: 'Adds a DNS record beside those that exist: the same name may have several.',
    rules: recordRules,
    effect: 'write',
    reply: object('domain_record'),
    hints,
    says: recordSays,
  },
  domains_update_record: {
    title: 'Update a DNS record',
    description: 'Changes the given fields of a DNS record.',
    conditions: replaced,
    rules: [nameIsRelative],
    effect: 'write',
    reply: object('domain_record'),
    hints,
    says: { ...recordSays, type: 'Type that the record has; must be sent.' },
  },
  domains_patch_record: {
    title: 'Patch a DNS record',
    description: 'Changes the given fields of a DNS record, as domains_update_record does.',
    conditions: replaced,
    rules: [nameIsRelative],
    effect: 'write',
    reply: object('domain_record'),
    hints,
    says: { ...recordSays, type: 'Type that the record has; must be sent.' },
  },
  domains_delete_record: {
    title: 'Delete a DNS record',
    description: 'Deletes a DNS record; what it served can go offline.',
    reply: nothing,
  },
});
