// What goes with images: snapshots, backups and images of one's own.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { madeFrom } from './made-from.ts';

const image: Thing = {
  look: look('images_get', { image_id: argument('image_id') }),
  details: [
    { at: 'type' },
    { at: 'distribution' },
    { at: 'size_gigabytes', as: 'GiB' },
    { at: 'regions', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const whole = {
  kind: 'image',
  known: 'image_id',
  thing: image,
  losesData: true,
  hangs: madeFrom(argument('image_id')),
} as const;

/** By operation id. */
export const harms: Harms = {
  images_delete: whole,
  images_post_account_transfer_create: whole,
};
