// Presets: names for groups of areas, as data.
import { type Area, areaNames } from '../../scope-map/areas.ts';
import { coreShelves } from '../../scope-map/core.ts';
import { areaOf } from '../../scope-map/shelves.ts';

const ofCore = new Set([...coreShelves].map(areaOf));

/** Groups of areas by name. An area's own name always means that area alone. */
export const presets = {
  /** The areas that have a tool in the list that nobody asked for. */
  core: areaNames.filter((area) => ofCore.has(area)),
  infrastructure: [
    'droplets',
    'droplet_actions',
    'autoscale_pools',
    'kubernetes',
    'one_clicks',
    'domains',
    'load_balancers',
    'certificates',
    'cdn',
    'reserved_ips',
    'reserved_ipv6',
    'floating_ips',
    'byoip_prefixes',
    'vpcs',
    'vpc_peerings',
    'nat_gateways',
    'partner_network_connect',
    'firewalls',
    'volumes',
    'snapshots',
    'nfs',
    'images',
    'ssh_keys',
    'tags',
    'projects',
    'actions',
    'regions',
    'sizes',
    'monitoring',
    'uptime',
  ],
  data: ['databases', 'vector_databases', 'spaces_keys', 'volumes', 'snapshots', 'nfs'],
  // There is an area of this name, and whoever names an area must not get more: policy files mean it alone, too.
  apps: ['apps'],
  ai: [
    'agents',
    'knowledge_bases',
    'models',
    'evaluations',
    'dedicated_inference',
    'vector_databases',
    'databases',
  ],
  all: areaNames,
  none: [],
} as const satisfies Readonly<Record<string, readonly Area[]>>;

/** The areas that a word stands for: those of a preset, or the one of its name; undefined when it stands for none. */
export const areasNamed = (word: string): readonly Area[] | undefined => {
  if (Object.hasOwn(presets, word)) return presets[word as keyof typeof presets];
  const area = areaNames.find((one) => one === word);
  return area && [area];
};

/** Every word that `areasNamed` knows. */
export const areaWords: readonly string[] = [...new Set([...areaNames, ...Object.keys(presets)])];
