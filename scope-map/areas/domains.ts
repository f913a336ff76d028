// Domains and their DNS records.
import { type Endpoint, endpoint, pagedList, type Rule } from '../endpoint.ts';

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

/** Endpoints of the area `domains`. */
export const domains: readonly Endpoint[] = [
  endpoint({
    id: 'domains_list',
    area: 'domains',
    method: 'GET',
    path: '/v2/domains',
    title: 'List domains',
    description: 'Lists domains whose DNS is managed here.',
    requires: [['domain:read']],
    effect: 'read',
    reply: pagedList('domains'),
    view: { drops: ['zone_file'] },
  }),
  endpoint({
    id: 'domains_get',
    area: 'domains',
    method: 'GET',
    path: '/v2/domains/{domain_name}',
    title: 'Get a domain',
    description: 'Shows one domain with its zone file.',
    requires: [['domain:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'domain' },
  }),
  endpoint({
    id: 'domains_create',
    area: 'domains',
    method: 'POST',
    path: '/v2/domains',
    title: 'Add a domain',
    description:
      "Adds a domain to manage its DNS; the registrar must then point to DigitalOcean's name servers.",
    requires: [['domain:create']],
    effect: 'write',
    reply: { kind: 'object', key: 'domain' },
    says: {
      name: 'Domain, such as example.com.',
      ip_address: 'IPv4 address for a first A record at the domain itself.',
    },
  }),
  endpoint({
    id: 'domains_delete',
    area: 'domains',
    method: 'DELETE',
    path: '/v2/domains/{domain_name}',
    title: 'Delete a domain',
    description: 'Deletes a domain with all its records at once; its names stop resolving.',
    requires: [['domain:delete']],
    effect: 'destroy',
    reply: { kind: 'empty' },
  }),
  endpoint({
    id: 'domains_list_records',
    area: 'domains',
    method: 'GET',
    path: '/v2/domains/{domain_name}/records',
    title: 'List DNS records',
    description: 'Lists the DNS records of a domain.',
    requires: [['domain:read']],
    effect: 'read',
    reply: pagedList('domain_records'),
    says: filterSays,
  }),
  endpoint({
    id: 'domains_get_record',
    area: 'domains',
    method: 'GET',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    title: 'Get a DNS record',
    description: 'Shows one DNS record.',
    requires: [['domain:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'domain_record' },
  }),
  endpoint({
    id: 'domains_create_record',
    area: 'domains',
    method: 'POST',
    path: '/v2/domains/{domain_name}/records',
    title: 'Create a DNS record',
    description: 'Adds a DNS record beside those that exist: the same name may have several.',
    requires: [['domain:create'], ['domain:update']],
    rules: recordRules,
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  }),
  endpoint({
    id: 'domains_update_record',
    area: 'domains',
    method: 'PUT',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    title: 'Update a DNS record',
    description: 'Changes the given fields of a DNS record.',
    requires: [['domain:update']],
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  }),
  endpoint({
    id: 'domains_patch_record',
    area: 'domains',
    method: 'PATCH',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    title: 'Patch a DNS record',
    description: 'Changes the given fields of a DNS record, as domains_update_record does.',
    requires: [['domain:update']],
    effect: 'write',
    reply: { kind: 'object', key: 'domain_record' },
    says: recordSays,
  }),
  endpoint({
    id: 'domains_delete_record',
    area: 'domains',
    method: 'DELETE',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    title: 'Delete a DNS record',
    description: 'Deletes a DNS record; what it served can go offline.',
    requires: [['domain:delete'], ['domain:update']],
    effect: 'destroy',
    reply: { kind: 'empty' },
  }),
];
