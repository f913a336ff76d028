// How people ask for what can be done with domains and DNS records.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  domains_list: {
    asked: [
      'which domains do i have here',
      'what zones are managed here',
      'list my websites names',
    ],
    common: 2,
  },
  domains_get: {
    asked: [
      'give me the zone file of example.com',
      'is example.com set up here',
      'export the dns of a domain',
    ],
  },
  domains_create: {
    asked: [
      'add my domain',
      'manage the dns of example.com here',
      'set up a new zone',
      'start hosting dns for our new name',
    ],
  },
  domains_delete: {
    asked: ['remove a domain', 'stop managing dns for example.com', 'drop a whole zone'],
  },
  domains_list_records: {
    asked: [
      'where does www.example.com point',
      'what dns entries exist',
      'show the mx records',
      'which txt entries does my domain have',
      'is there a cname for blog',
    ],
    common: 2,
  },
  domains_get_record: {
    asked: [
      'show one dns entry',
      'what is the ttl of this record',
      'details of a record by its id',
    ],
    common: 0,
  },
  domains_create_record: {
    asked: [
      'point blog.example.com at my server',
      'add a cname',
      'set up mail for my domain',
      'add a txt entry to verify ownership',
      'make a subdomain',
    ],
    common: 2,
  },
  domains_update_record: {
    asked: [
      'change where www points',
      'lower the ttl of a dns entry',
      'move a subdomain to another address',
      'edit a dns record',
    ],
  },
  domains_patch_record: {
    asked: ['patch a dns record', 'change one field of a dns entry'],
    common: 0,
  },
  domains_delete_record: {
    asked: ['remove a subdomain', 'delete the old mx entry', 'take out a dns record'],
  },
};
