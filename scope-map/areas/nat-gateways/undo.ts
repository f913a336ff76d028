// How changes of NAT gateways are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { id: argument('id') };
const gateway = look('vpcnatgateways_get', itself);
const settings = asBefore(
  'name',
  'size',
  'vpcs',
  'udp_timeout_seconds',
  'icmp_timeout_seconds',
  'tcp_timeout_seconds',
);

/** By operation id. */
export const undos: Undos = {
  vpcnatgateways_create: removes(
    look('vpcnatgateways_get', { id: reply('vpc_nat_gateway.id') }),
    call('vpcnatgateways_delete', { id: reply('vpc_nat_gateway.id') }),
    ['name', 'size', 'vpcs.vpc_uuid'],
  ),
  vpcnatgateways_update: restores(
    gateway,
    call('vpcnatgateways_update', { ...itself, ...settings }),
  ),
  vpcnatgateways_delete: restores(
    gateway,
    call('vpcnatgateways_create', { ...asBefore('type', 'region'), ...settings }),
    { differs: 'it gets another id and other public addresses' },
  ),
};
