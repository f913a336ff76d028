// What the arguments of Kubernetes clusters mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  amd_gpu_device_metrics_exporter_plugin: 'AMD GPU metrics.',
  amd_gpu_device_plugin: 'AMD GPU support.',
  auto_upgrade: 'Take new patch versions in the maintenance window.',
  cluster_autoscaler_configuration: 'How the autoscaler removes and adds nodes.',
  'cluster_autoscaler_configuration.scale_down_unneeded_time': 'Such as 10m0s.',
  'cluster_autoscaler_configuration.scale_down_utilization_threshold':
    'Share of use, such as 0.65.',
  cluster_id: 'Cluster id.',
  cluster_subnet: 'Pod network in CIDR notation.',
  control_plane_firewall: 'Who may reach the Kubernetes API.',
  'control_plane_firewall.allowed_addresses': 'Addresses or CIDR ranges.',
  coredns_autoscaler: 'Scale CoreDNS with the cluster.',
  expiry_seconds: 'How long the credentials work; default: 7 days.',
  ha: 'Highly available control plane, $40 a month; never off again. Default true from 1.36 on.',
  isolated_workers: 'Nodes without public addresses; needs a NAT gateway in the VPC.',
  maintenance_policy: 'When maintenance may run.',
  'maintenance_policy.start_time': 'UTC, such as 04:00.',
  node_pools: 'Groups of like nodes; at least one.',
  'node_pools.count': 'Number of nodes.',
  'node_pools.size': 'Size slug, such as s-2vcpu-4gb; not every Droplet size will do.',
  nvidia_gpu_device_plugin: 'NVIDIA GPU support.',
  p2p_oci_registry_plugin: 'Share images between nodes.',
  rdma_shared_dev_plugin: 'RDMA devices.',
  routing_agent: 'Static routes on nodes.',
  service_subnet: 'Service network in CIDR notation.',
  sso: 'Single sign-on by OpenID Connect.',
  'sso.required': 'No other login.',
  surge_upgrade: 'Add nodes during upgrades.',
  worker_subnet_uuid: 'VPC subnet for nodes; cannot be changed.',
};
