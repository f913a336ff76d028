// Every endpoint that the server knows, gathered from the areas in the order in which tools are listed.
import { account } from './areas/account.ts';
import { actions } from './areas/actions.ts';
import { apps } from './areas/apps.ts';
import { databases } from './areas/databases.ts';
import { domains } from './areas/domains.ts';
import { dropletActions } from './areas/droplet-actions.ts';
import { droplets } from './areas/droplets.ts';
import { firewalls } from './areas/firewalls.ts';
import { images } from './areas/images.ts';
import { kubernetes } from './areas/kubernetes.ts';
import { loadBalancers } from './areas/load-balancers.ts';
import { projects } from './areas/projects.ts';
import { regions } from './areas/regions.ts';
import { sizes } from './areas/sizes.ts';
import { snapshots } from './areas/snapshots.ts';
import { spacesKeys } from './areas/spaces-keys.ts';
import { sshKeys } from './areas/ssh-keys.ts';
import { volumes } from './areas/volumes.ts';
import { vpcs } from './areas/vpcs.ts';
import type { Endpoint } from './endpoint.ts';

/** Every endpoint. */
export const catalogue: readonly Endpoint[] = [
  ...account,
  ...droplets,
  ...dropletActions,
  ...kubernetes,
  ...databases,
  ...domains,
  ...loadBalancers,
  ...volumes,
  ...snapshots,
  ...firewalls,
  ...apps,
  ...projects,
  ...spacesKeys,
  ...actions,
  ...regions,
  ...sizes,
  ...images,
  ...sshKeys,
  ...vpcs,
];

const byId: ReadonlyMap<string, Endpoint> = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The endpoint with this operation id; undefined when the catalogue has none. */
export const findEndpoint = (id: string): Endpoint | undefined => byId.get(id);
