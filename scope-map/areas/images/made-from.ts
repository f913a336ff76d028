// What was made, or is yet to be made, from an image.
import type { Hanging, Known } from '../../endpoint/harm.ts';
import { look, shownWith } from '../../entry/looks.ts';

/** Droplets of an image, and pools that make Droplets from it. */
export const madeFrom = (image: Known): readonly Hanging[] => [
  {
    kind: 'Droplet made from it',
    asks: 'which Droplets were made from it',
    fate: 'stays',
    look: look('droplets_list', {}),
    belongs: [{ at: 'image.id', is: image }],
    note: 'and can no longer be rebuilt from it',
    ...shownWith('image:read'),
  },
  {
    kind: 'autoscale pool',
    asks: 'which autoscale pools make Droplets from it',
    fate: 'loses',
    look: look('autoscalepools_list', {}),
    belongs: [{ at: 'droplet_template.image', is: image }],
    note: 'no new Droplets can be made',
  },
];
