// How changes of VPC peerings are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { vpc_peering_id: argument('vpc_peering_id') };
const peering = look('vpcPeerings_get', itself);

/** By operation id. */
export const undos: Undos = {
  vpcPeerings_create: removes(
    look('vpcPeerings_get', { vpc_peering_id: reply('vpc_peering.id') }),
    call('vpcPeerings_delete', { vpc_peering_id: reply('vpc_peering.id') }),
  ),
  vpcPeerings_patch: restores(
    peering,
    call('vpcPeerings_patch', { ...itself, ...asBefore('name') }),
  ),
  vpcPeerings_delete: restores(peering, call('vpcPeerings_create', asBefore('name', 'vpc_ids')), {
    differs: 'the peering gets another id, and takes a while to stand',
  }),
};
