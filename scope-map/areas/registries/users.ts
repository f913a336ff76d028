// What pulls from container registries: clusters and apps.
import type { Hanging, Known } from '../../endpoint/harm.ts';
import { always, look } from '../../entry/looks.ts';

/** Clusters that pull from the registry of this name. */
export const clustersOf = (registry: Known): Hanging => ({
  kind: 'Kubernetes cluster',
  asks: 'which clusters pull from it',
  fate: 'loses',
  look: look('kubernetes_list_clusters', {}),
  belongs: [{ at: 'registries', is: registry }],
});

/** Apps that are deployed from images of the team's registries. */
export const apps: Hanging = {
  kind: 'app',
  asks: 'which apps are deployed from it',
  fate: 'loses',
  look: look('apps_list', {}),
  belongs: [{ at: 'spec.**.image.registry_type', is: always('DOCR') }],
  named: 'spec.name',
  note: "deployed from images of the team's registries",
};

/** Apps that are deployed from images of this repository. */
export const appsFrom = (repository: Known): Hanging => ({
  ...apps,
  belongs: [{ at: 'spec.**.image.repository', is: repository }],
  note: 'deployed from a repository of this name',
});
