// Every endpoint at once, for whoever needs the whole catalogue before it can wait for anything: tests, the simulation.
import account from './areas/account/entries.ts';
import actions from './areas/actions/entries.ts';
import apps from './areas/apps/entries.ts';
import databases from './areas/databases/entries.ts';
import domains from './areas/domains/entries.ts';
import dropletActions from './areas/droplet-actions/entries.ts';
import droplets from './areas/droplets/entries.ts';
import firewalls from './areas/firewalls/entries.ts';
import images from './areas/images/entries.ts';
import kubernetes from './areas/kubernetes/entries.ts';
import loadBalancers from './areas/load-balancers/entries.ts';
import projects from './areas/projects/entries.ts';
import regions from './areas/regions/entries.ts';
import sizes from './areas/sizes/entries.ts';
import snapshots from './areas/snapshots/entries.ts';
import spacesKeys from './areas/spaces-keys/entries.ts';
import sshKeys from './areas/ssh-keys/entries.ts';
import volumes from './areas/volumes/entries.ts';
import vpcs from './areas/vpcs/entries.ts';
import type { Area } from './areas.ts';
import type { Endpoint } from './endpoint/endpoint.ts';
import { completeArea } from './entry/complete.ts';

/** Every endpoint, loaded with this module. A start never imports it. */
export const catalogue: readonly Endpoint[] = Object.entries({
  account,
  droplets,
  droplet_actions: dropletActions,
  kubernetes,
  databases,
  domains,
  load_balancers: loadBalancers,
  volumes,
  snapshots,
  firewalls,
  apps,
  projects,
  spaces_keys: spacesKeys,
  actions,
  regions,
  sizes,
  images,
  ssh_keys: sshKeys,
  vpcs,
}).flatMap(([area, map]) => completeArea(area as Area, map));

const byId: ReadonlyMap<string, Endpoint> = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The endpoint with this operation id; undefined when the catalogue has none. */
export const findEndpoint = (id: string): Endpoint | undefined => byId.get(id);
