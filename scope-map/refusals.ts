// Why DigitalOcean would refuse calls, area by area; an area's part is read when one of its calls is looked at ahead.
import type { Area } from './areas.ts';
import type { Refusals } from './endpoint/refusals.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly refusals: Refusals }>>>> = {
  droplets: () => import('./areas/droplets/refusals.ts'),
  droplet_actions: () => import('./areas/droplet-actions/refusals.ts'),
  volumes: () => import('./areas/volumes/refusals.ts'),
  snapshots: () => import('./areas/snapshots/refusals.ts'),
  images: () => import('./areas/images/refusals.ts'),
  ssh_keys: () => import('./areas/ssh-keys/refusals.ts'),
  vpcs: () => import('./areas/vpcs/refusals.ts'),
  domains: () => import('./areas/domains/refusals.ts'),
  firewalls: () => import('./areas/firewalls/refusals.ts'),
};

/** What is known of the refusals of an area; empty where nothing is. */
export const loadRefusals = async (area: Area): Promise<Refusals> =>
  (await known[area]?.())?.refusals ?? {};
