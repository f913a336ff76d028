// Changing and upgrading clusters, what they can be made of, and deleting them with what they made.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { needs, overwrites, valued } from '../../../entry/conditions.ts';
import { argument, read } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const life: LifeCycle = {
  poll: read('kubernetes_get_cluster', { cluster_id: argument('cluster_id') }),
  state: 'kubernetes_cluster.status.state',
  done: ['running'],
  failed: ['error', 'deleted'],
  message: 'kubernetes_cluster.status.message',
  usually: 600,
  what: 'cluster',
};

const deletion: LifeCycle = {
  ...life,
  done: ['deleted'],
  failed: ['error'],
  missing: 'done',
  usually: 120,
};

/** Deleting, upgrading and changing whole clusters. */
export const clusters = entriesOf(facts, {
  kubernetes_update_cluster: {
    title: 'Update a Kubernetes cluster',
    description:
      'Changes settings of a cluster; what is not given stays. Versions go by kubernetes_upgrade_cluster, nodes by kubernetes_update_node_pool.',
    conditions: [
      {
        ...overwrites(
          'tags',
          'replaces the tags: firewalls and load balancers by a former tag let its nodes go',
        ),
        ...needs('tag:read', 'tag:create', 'tag:delete'),
      },
      overwrites(
        'control_plane_firewall.allowed_addresses',
        'replaces who may reach the Kubernetes API',
      ),
      valued('ha', [true], { cost: 'raises' }),
    ],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'sso.enabled', is: [true] },
        arguments: ['sso.issuer_url', 'sso.client_id'],
      },
      { kind: 'needs', when: { argument: 'sso.required', is: [true] }, arguments: ['sso.enabled'] },
    ],
    effect: 'write',
    reply: object('kubernetes_cluster'),
    view: { drops: ['node_pools.nodes'] },
    says: {
      name: 'Name, must be sent: the present one, or a new one.',
      tags: 'All tags that it shall have.',
    },
  },
  kubernetes_get_availableUpgrades: {
    title: 'List upgrades of a cluster',
    description:
      'Lists the versions that a cluster can go to now, for kubernetes_upgrade_cluster; none when it is up to date.',
    reply: { kind: 'list', key: 'available_upgrade_versions', paging: { style: 'none' } },
    view: { columns: ['slug', 'kubernetes_version'] },
  },
  kubernetes_upgrade_cluster: {
    title: 'Upgrade a Kubernetes cluster',
    description:
      'Starts an upgrade at once, which replaces node after node (their disks are lost) and cannot be undone; see kubernetes_get_available_upgrades.',
    effect: 'write',
    reply: nothing,
    watch: { ...life, settles: 60 },
    says: { version: 'Version slug, from kubernetes_get_available_upgrades.' },
  },
  kubernetes_list_associatedResources: {
    title: "List what a cluster's deletion leaves",
    description:
      'Shows load balancers, volumes and volume snapshots made from inside a cluster: they outlive kubernetes_delete_cluster and keep costing.',
    reply: object(null),
  },
  kubernetes_destroy_associatedResourcesSelective: {
    name: 'kubernetes_destroy_associated_selective',
    title: 'Delete a cluster with chosen resources',
    description:
      'Deletes a cluster and the named load balancers, volumes and snapshots for good; what is not named stays. They are told by kubernetes_list_associated_resources.',
    cost: 'stops',
    reply: nothing,
    watch: deletion,
  },
  kubernetes_destroy_associatedResourcesDangerous: {
    name: 'kubernetes_destroy_associated_dangerous',
    title: 'Delete a cluster with all it made',
    description:
      'Deletes a cluster with every load balancer, volume and snapshot made from inside it, data included, for good; kubernetes_list_associated_resources shows them first.',
    cost: 'stops',
    reply: nothing,
    watch: deletion,
  },
});
