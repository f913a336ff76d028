// Presets: names for groups of areas, as data.
import { type Area, areaNames, areas } from '../../scope-map/areas.ts';

const core = areaNames.filter(
  (area) => areas[area].kind === 'core' || areas[area].kind === 'reference',
);

/** Groups of areas by name. An area's own name always means that area alone. */
export const presets = {
  core,
  infrastructure: [
    'droplets',
    'droplet_actions',
    'kubernetes',
    'domains',
    'load_balancers',
    'volumes',
    'snapshots',
    'firewalls',
    'actions',
    'regions',
    'sizes',
    'images',
    'ssh_keys',
    'vpcs',
  ],
  data: ['databases', 'spaces_keys', 'volumes', 'snapshots'],
  all: areaNames,
  none: [],
} as const satisfies Readonly<Record<string, readonly Area[]>>;

/** The areas that a word stands for: its own, or those of its preset; undefined when it stands for none. */
export const areasNamed = (word: string): readonly Area[] | undefined => {
  const area = areaNames.find((one) => one === word);
  if (area) return [area];
  return Object.hasOwn(presets, word) ? presets[word as keyof typeof presets] : undefined;
};

/** Every word that `areasNamed` knows. */
export const areaWords: readonly string[] = [...areaNames, ...Object.keys(presets)];
