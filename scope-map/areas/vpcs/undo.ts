// How changes of VPC networks are put back.
import type { Undo, Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { vpc_id: argument('vpc_id') };
const vpc = look('vpcs_get', itself);
const peering = { vpc_peering_id: argument('vpc_peering_id') };

const restored: Undo = restores(
  vpc,
  call('vpcs_patch', { ...itself, ...asBefore('name', 'description') }),
  {
    watches: ['name', 'description', 'default'],
    differs: 'which network is the default of its region stays as it is',
  },
);

/** By operation id. */
export const undos: Undos = {
  vpcs_create: removes(
    look('vpcs_get', { vpc_id: reply('vpc.id') }),
    call('vpcs_delete', { vpc_id: reply('vpc.id') }),
    ['name', 'description'],
  ),
  vpcs_update: restored,
  vpcs_patch: restored,
  vpcs_delete: restores(
    vpc,
    call('vpcs_create', asBefore('name', 'region', 'ip_range', 'description')),
    { differs: 'the network gets another id' },
  ),
  vpcs_create_peerings: removes(
    look('vpcPeerings_get', { vpc_peering_id: reply('peering.id') }),
    call('vpcPeerings_delete', { vpc_peering_id: reply('peering.id') }),
  ),
  vpcs_patch_peerings: restores(
    look('vpcPeerings_get', peering),
    call('vpcs_patch_peerings', { ...itself, ...peering, ...asBefore('name') }),
  ),
};
