// Why DigitalOcean would refuse what is done with domains and their records.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, untold } from '../../entry/refusals.ts';

const cname = { argument: 'type', is: ['CNAME'] } as const;

/** A name that a CNAME record has, no other record has. */
const stands = 'a record of the name {name} stands against it: a CNAME record suffers no other';
const records = looking('domains_list_records', { domain_name: 'domain_name' });

const ofTheDomain = look(
  looking('domains_get_record', {
    domain_name: 'domain_name',
    domain_record_id: 'domain_record_id',
  }),
  [ground({ at: 'domain_record.type', is: ['SOA'] }, 'the SOA record belongs to the domain')],
);

/** By operation id. */
export const refusals: Refusals = {
  domains_create: [
    look(looking('domains_get', { domain_name: 'name' }), [
      ground('there', 'there is the domain {name} in this account'),
    ]),
    untold('whether another account has the domain, and whether it is one'),
  ],
  domains_delete: [],
  domains_create_record: [
    mustBeNew(records, 'domain_records', { name: 'name', type: { is: 'CNAME' } }, stands),
    mustBeNew(records, 'domain_records', { name: 'name' }, stands, { when: cname }),
    untold('whether a record of this type takes these values', undefined, [
      {
        at: 'data',
        like: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
      },
    ]),
    untold('whether a record of this type takes these values', {
      argument: 'type',
      is: ['A'],
      absent: true,
    }),
  ],
  domains_update_record: [
    ofTheDomain,
    untold('whether the type takes these values, and another record of the name stands against it'),
  ],
  domains_patch_record: [
    ofTheDomain,
    untold('whether the type takes these values, and another record of the name stands against it'),
  ],
  domains_delete_record: [ofTheDomain],
};
