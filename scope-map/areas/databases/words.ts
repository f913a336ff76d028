// What the arguments of managed databases mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  autoscale: 'Grow the disk by itself.',
  'autoscale.storage.increment_gib': 'GiB added each time.',
  'autoscale.storage.threshold_percent': 'Grows when this full.',
  backup_restore: "Start from another cluster's backup.",
  'backup_restore.backup_created_at': 'Which backup; default: the newest.',
  'backup_restore.database_name': 'Name of the cluster backed up.',
  database_cluster_uuid: 'Database cluster id.',
  do_settings: 'Extra settings.',
  'do_settings.service_cnames': 'Host names of your own that point to the cluster.',
  engine: 'Database engine.',
  num_nodes: 'Nodes: 1 to 3 for most engines; more stand by.',
  private_network_uuid: "VPC id; default: the region's own.",
  'rules.value': 'Id, address or tag, after type.',
  storage_size_mib: 'Disk in MiB, where the size leaves a choice.',
};
