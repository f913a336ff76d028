// What is done with VPC networks besides reading them: making, changing, deleting, members and peerings.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { describeArea } from '../../../entry/area-map.ts';
import { absent } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const peeringLife: Omit<LifeCycle, 'poll'> = {
  state: 'vpc_peering.status',
  done: ['ACTIVE'],
  failed: [],
  usually: 30,
  what: 'VPC peering',
};

const networkName = 'Name, unique in the team: letters, digits, "." and "-".';

export default describeArea(facts, words, {
  vpcs_create: {
    title: 'Create a VPC network',
    description:
      'Creates a private network in a region, free of charge. The first one of a region becomes its default and can never be deleted.',
    effect: 'write',
    reply: object('vpc'),
    says: { name: networkName },
  },
  vpcs_update: {
    title: 'Replace a VPC network',
    description:
      'Replaces name and description of a private network, or makes it the default of its region; prefer vpcs_patch, which keeps what is left out.',
    conditions: [absent('description', 'takes the description away')],
    effect: 'write',
    reply: object('vpc'),
    says: { name: networkName },
  },
  vpcs_patch: {
    title: 'Change a VPC network',
    description:
      'Renames or describes a private network, or makes it the default of its region; region and address range stay.',
    effect: 'write',
    reply: object('vpc'),
    says: { name: networkName },
  },
  vpcs_delete: {
    title: 'Delete a VPC network',
    description:
      "Deletes an empty private network; a region's default cannot be deleted. vpcs_list_members shows what is still in it.",
    reply: nothing,
    // What was just deleted still counts as a member for a while.
    passing: [{ status: [403, 409], says: 'members', within: 120 }],
    hints: [
      {
        status: 403,
        next: "A region's default network cannot be deleted, and none that has members: look with vpcs_get and vpcs_list_members.",
      },
    ],
  },
  vpcs_list_members: {
    title: 'List members of a VPC network',
    description:
      'Lists what is in a private network, each by its URN; what the token may not read is left out.',
    reply: pagedList('members'),
    view: { columns: ['urn', 'name', 'created_at'] },
  },
  vpcs_list_peerings: {
    title: 'List peerings of a VPC network',
    description: 'Lists the peerings of one private network; vpc_peerings_list lists those of all.',
    reply: pagedList('peerings'),
    view: { columns: ['id', 'name', 'status', 'vpc_ids', 'created_at'] },
  },
  vpcs_create_peerings: {
    title: 'Peer a VPC network',
    description:
      'Joins one private network with another whose addresses do not overlap, as vpc_peerings_create does, which is to be preferred.',
    effect: 'write',
    reply: object('peering'),
    watch: {
      ...peeringLife,
      poll: read('vpcPeerings_get', { vpc_peering_id: reply('peering.id') }),
      missing: 'wait',
    },
    says: { name: networkName },
  },
  vpcs_patch_peerings: {
    title: 'Rename a peering of a VPC network',
    description:
      'Renames a peering, named by one of its networks; prefer vpc_peerings_patch, which needs the peering alone.',
    effect: 'write',
    reply: object('peering'),
    watch: {
      ...peeringLife,
      poll: read('vpcPeerings_get', { vpc_peering_id: argument('vpc_peering_id') }),
    },
    says: { name: 'New name: letters, digits and "-".' },
  },
});
