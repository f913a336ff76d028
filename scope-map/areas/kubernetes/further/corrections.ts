// Where DigitalOcean's document is wrong about changing Kubernetes clusters and their node pools.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  ...['auto_upgrade', 'surge_upgrade', 'sso.enabled', 'sso.required'].map(
    (at): Correction => ({
      operations: ['kubernetes_update_cluster'],
      change: { kind: 'default', at },
      why: 'The default is that of a new cluster; an update leaves as it is what it does not name.',
      source: "DigitalOcean's Go client, which leaves out what is not set",
    }),
  ),
  {
    operations: ['kubernetes_upgrade_cluster'],
    change: { kind: 'required', at: 'body', names: ['version'] },
    why: 'An upgrade goes to a version; the schema forgets that it must be named.',
    source: 'description of the operation',
  },
  {
    operations: ['kubernetes_add_registry', 'kubernetes_remove_registry'],
    change: { kind: 'required', at: 'body', names: ['cluster_uuids'] },
    why: 'Without clusters the call connects nothing.',
    source: "DigitalOcean's command line, which asks for at least one cluster",
  },
  {
    operations: ['kubernetes_add_registries', 'kubernetes_remove_registries'],
    change: { kind: 'required', at: 'body', names: ['cluster_uuids', 'registries'] },
    why: 'Without clusters and registries the call connects nothing.',
    source: 'description of the operation, which connects the ones with the others',
  },
];
