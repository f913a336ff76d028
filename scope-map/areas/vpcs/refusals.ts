// Why DigitalOcean would refuse what is done with VPC networks.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, openRegion, untold } from '../../entry/refusals.ts';

const taken = 'there is a VPC network {name}';

const renamed = mustBeNew(looking('vpcs_list', {}), 'vpcs', { name: 'name' }, taken, {
  except: { id: 'vpc_id' },
});

/** By operation id. */
export const refusals: Refusals = {
  vpcs_create: [
    openRegion(),
    mustBeNew(looking('vpcs_list', {}), 'vpcs', { name: 'name' }, taken),
    untold('whether the range is private and overlaps with no other network', {
      argument: 'ip_range',
    }),
  ],
  vpcs_update: [renamed],
  vpcs_patch: [renamed],
  vpcs_delete: [
    look(looking('vpcs_get', { vpc_id: 'vpc_id' }), [
      ground({ at: 'vpc.default', is: [true] }, 'it is the default network of its region'),
    ]),
    look(
      looking('vpcs_list_members', { vpc_id: 'vpc_id' }),
      [ground({ at: 'members', filled: true }, 'the network has members')],
      { hidden: ['droplet:read', 'database:read', 'kubernetes:read', 'load_balancer:read'] },
    ),
  ],
};
