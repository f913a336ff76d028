// How changes of domains and their records are put back.
import type { From, StateLook, Undo, Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const domain = { domain_name: argument('domain_name') };
const named = { ...domain, domain_record_id: argument('domain_record_id') };

const fields = ['name', 'data', 'priority', 'port', 'ttl', 'weight', 'flags', 'tag'] as const;
/** Records that lead to a host name. */
const hosts = { at: 'type', is: ['CNAME', 'MX', 'NS', 'SRV', 'CAA'] } as const;
const data: From = { former: 'data', isHost: hosts };
const whole = { ...asBefore('type', ...fields), data };

const record = look('domains_get_record', named);

const restored: Undo = restores(record, call('domains_update_record', { ...named, ...whole }));

const records: StateLook = look('domains_list_records', domain);

/** By operation id. */
export const undos: Undos = {
  domains_create: removes(
    look('domains_get', { domain_name: argument('name') }),
    call('domains_delete', { domain_name: argument('name') }),
  ),
  // Its name servers' records come with a domain; those of the apex are made again by DigitalOcean.
  domains_delete: {
    state: records,
    watches: ['items.type', 'items.name', 'items.data', 'items.priority', 'items.ttl'],
    ways: [
      {
        calls: [
          call('domains_create', { name: argument('domain_name') }),
          call(
            'domains_create_record',
            { ...domain, ...whole },
            {
              each: { former: 'items' },
              unless: { type: ['SOA', 'NS'] },
            },
          ),
        ],
        differs:
          'records get other ids, and NS and SOA records are those that DigitalOcean gives a new domain',
      },
    ],
  },
  domains_create_record: removes(
    look('domains_get_record', { ...domain, domain_record_id: reply('domain_record.id') }),
    call('domains_delete_record', { ...domain, domain_record_id: reply('domain_record.id') }),
    ['type', 'name', 'data', 'ttl', 'priority'],
  ),
  domains_update_record: restored,
  domains_patch_record: restored,
  domains_delete_record: restores(record, call('domains_create_record', { ...domain, ...whole }), {
    differs: 'the record gets another id',
  }),
};
