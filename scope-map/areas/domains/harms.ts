// What goes with domains and their records: names that stop resolving, mail above all.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, its, look } from '../../entry/looks.ts';

const records: Hanging = {
  kind: 'DNS record',
  asks: 'which records it has',
  fate: 'destroyed',
  look: look('domains_list_records', { domain_name: argument('domain_name') }),
  named: ['type', 'name'],
  tallies: [
    { where: { type: 'MX' }, says: 'for mail (MX)' },
    { where: { type: 'CAA' }, says: 'for certificates (CAA)' },
    { where: { type: 'NS' }, says: 'that name its servers (NS)' },
  ],
};

const record: Thing = {
  look: look('domains_get_record', {
    domain_name: argument('domain_name'),
    domain_record_id: argument('domain_record_id'),
  }),
  details: [
    { at: 'type' },
    { at: 'data', says: 'to {}' },
    { at: 'priority', says: 'priority {}' },
    { at: 'ttl', says: 'TTL {}' },
  ],
};

// Without others of its type it was the only one: the last MX record takes all mail with it.
const others: Hanging = {
  kind: 'other record of its type',
  asks: 'which other records of its type the domain has',
  fate: 'stays',
  look: look('domains_list_records', { domain_name: argument('domain_name') }),
  belongs: [{ at: 'type', is: its('type') }],
  unless: { at: 'id', is: argument('domain_record_id') },
  named: ['type', 'name'],
};

const one = { kind: 'DNS record', known: 'domain_record_id', thing: record } as const;

/** By operation id. */
export const harms: Harms = {
  domains_delete: {
    kind: 'domain',
    name: 'domain_name',
    thing: {
      look: look('domains_get', { domain_name: argument('domain_name') }),
    },
    hangs: [
      records,
      {
        kind: 'app',
        asks: 'which apps answer under it',
        fate: 'loses',
        look: look('apps_list', {}),
        belongs: [
          { at: 'spec.domains.zone', is: argument('domain_name') },
          { at: 'spec.domains.domain', is: argument('domain_name'), orBelow: true },
        ],
        named: 'spec.name',
      },
      {
        kind: 'certificate',
        asks: 'which certificates are renewed by it',
        fate: 'loses',
        look: look('certificates_list', {}),
        where: { type: 'lets_encrypt' },
        belongs: [{ at: 'dns_names', is: argument('domain_name'), orBelow: true }],
        note: 'cannot be renewed without its records',
      },
    ],
  },
  domains_update_record: { ...one, hangs: [others] },
  domains_patch_record: { ...one, hangs: [others] },
  domains_delete_record: { ...one, hangs: [others] },
};
