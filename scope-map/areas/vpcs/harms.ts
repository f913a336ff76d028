// What hangs on private networks: their members, and what they are joined to.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look, shownWith } from '../../entry/looks.ts';

const vpc: Thing = {
  look: look('vpcs_get', { vpc_id: argument('vpc_id') }),
  details: [{ at: 'ip_range' }, { at: 'region', says: 'in {}' }, { at: 'created_at', as: 'age' }],
};

const whole = { kind: 'private network', known: 'vpc_id', thing: vpc } as const;

/** By operation id. */
export const harms: Harms = {
  vpcs_update: {
    ...whole,
    tellsAll: true,
    hangs: [
      {
        kind: 'description',
        asks: 'which description it has',
        fate: 'destroyed',
        when: { argument: 'description', absent: true },
        at: 'description',
        named: '',
      },
    ],
  },
  vpcs_delete: {
    ...whole,
    hangs: [
      {
        kind: 'member',
        asks: 'what is in it',
        fate: 'stays',
        look: look('vpcs_list_members', { vpc_id: argument('vpc_id') }),
        note: 'DigitalOcean refuses as long as there is any',
        ...shownWith('droplet:read', 'database:read', 'kubernetes:read', 'load_balancer:read'),
      },
      {
        kind: 'peering',
        asks: 'which networks it is joined to',
        fate: 'loses',
        look: look('vpcs_list_peerings', { vpc_id: argument('vpc_id') }),
      },
      {
        kind: 'NAT gateway',
        asks: 'which NAT gateways it goes out by',
        fate: 'loses',
        look: look('vpcnatgateways_list', {}),
        belongs: [{ at: 'vpcs.vpc_uuid', is: argument('vpc_id') }],
      },
    ],
  },
};
