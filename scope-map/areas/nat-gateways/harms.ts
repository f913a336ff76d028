// What hangs on NAT gateways: networks that go out to the internet by them.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, its, look } from '../../entry/looks.ts';

const gateway: Thing = {
  look: look('vpcnatgateways_get', { id: argument('id') }),
  details: [
    { at: 'egresses.public_gateways.ipv4' },
    { at: 'region', says: 'in {}' },
    { at: 'size', says: 'size {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const networks: Hanging = {
  kind: 'private network',
  asks: 'which networks go out by it',
  fate: 'loses',
  at: 'vpcs',
  named: 'vpc_uuid',
  called: { look: look('vpcs_list', {}), by: 'id', named: 'name' },
};

const members: Hanging = {
  kind: 'member of its networks',
  asks: 'what is in these networks',
  fate: 'loses',
  look: look('vpcs_list_members', { vpc_id: its('vpcs.vpc_uuid') }),
};

const whole = { kind: 'NAT gateway', thing: gateway } as const;

/** By operation id. */
export const harms: Harms = {
  vpcnatgateways_update: {
    ...whole,
    tellsAll: true,
    hangs: [{ ...networks, unless: { at: 'vpc_uuid', is: argument('vpcs.vpc_uuid') } }],
  },
  vpcnatgateways_delete: {
    ...whole,
    hangs: [networks, members, recordsTo('it', [its('egresses.public_gateways.ipv4')])],
  },
};
