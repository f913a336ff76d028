// Domains and their DNS records.

import type { Rule } from '../../endpoint.ts';
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// What a record of each type cannot be without. The document asks some types for CAA fields; they are not needed.
const recordRules: readonly Rule[] = [
  {
    kind: 'needs',
    when: { argument: 'type', is: ['A', 'AAAA', 'CAA', 'CNAME', 'SRV', 'TXT', 'NS'] },
    arguments: ['name', 'data'],
  },
  { kind: 'needs', when: { argument: 'type', is: ['MX'] }, arguments: ['data', 'priority'] },
  { kind: 'needs', when: { argument: 'type', is: ['CAA'] }, arguments: ['flags', 'tag'] },
  {
    kind: 'needs',
    when: { argument: 'type', is: ['SRV'] },
    arguments: ['priority', 'port', 'weight'],
  },
  { kind: 'needs', when: { argument: 'type', is: ['SOA'] }, arguments: ['ttl'] },
];

const recordSays = {
  type: 'Record type.',
  name: 'Host part without the domain; "@" for the domain itself.',
} as const;

const filterSays = {
  type: 'Only records of this type.',
  name: 'Only records of this full name, such as www.example.com.',
} as const;

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
    reply: { kind: 'object', key: 'domain' },
  },
  domains_create: {
    title: 'Add a domain',
    description:
      "Adds a domain to manage its DNS; the registrar must then point to DigitalOcean's name servers.",
    effect: 'write',
    reply: { kind: 'object', key: 'domain' },
    says: {
      name: 'Domain, such as example.com.',
      ip_address: 'IPv4 address for a first A record at the domain itself.',
    },
  },
  domains_delete: {
    title: 'Delete a domain',
    description: 'Deletes a domain with all its records at once; its names stop resolving.',
    reply: { kind: 'empty' },
  },
  domains_list_records: {
    title: 'List DNS records',
    description: 'Lists the DNS records of a domain.',
    reply: pagedList('domain_records'),
    says: filterSays,
  },
  domains_get_record: {
    title: 'Get a DNS record',
    description: 'Shows one DNS record.',
    reply: { kind: 'object', key: 'domain_record' },
  },
  domains_create_record: {
    title: 'Create a DNS record',
    description: 'Adds a DNS record beside those that exist: the same name may have several.',
    rules: recordRules,
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  },
  domains_update_record: {
    title: 'Update a DNS record',
    description: 'Changes the given fields of a DNS record.',
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  },
  domains_patch_record: {
    title: 'Patch a DNS record',
    description: 'Changes the given fields of a DNS record, as domains_update_record does.',
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  },
  domains_delete_record: {
    title: 'Delete a DNS record',
    description: 'Deletes a DNS record; what it served can go offline.',
    reply: { kind: 'empty' },
  },
});
