// What the arguments of NFS mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  access_point_id: 'Access point id.',
  access_policy: 'Who may do what as whom.',
  'access_policy.anongid': 'Always 65534.',
  'access_policy.anonuid': 'Always 65534.',
  'access_policy.squash_config': 'Whose rights are taken: nobody, root, everybody.',
  nfs_id: 'Share id.',
  nfs_snapshot_id: 'Snapshot id.',
  params: 'What the action takes.',
  'params.name': 'Snapshot name (snapshot).',
  'params.new_vpc_id': 'VPC to move it to (reassign).',
  'params.old_vpc_id': 'VPC to move it from (reassign).',
  'params.performance_tier': 'New tier, standard or high (switch_performance_tier).',
  'params.size_gib': 'New size in GiB (resize).',
  'params.vpc_id': 'VPC (attach, detach).',
  path: 'Folder of the share, such as /team-a; not / itself.',
  performance_tier: 'standard or high.',
  region: 'Region slug of the share.',
  share_id: 'Share id.',
  vpc_ids: 'VPCs in the region that may mount it.',
};
