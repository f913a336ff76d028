// What the arguments of changing images mean.
import type { Words } from '../../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  distribution: 'Linux distribution in it; Unknown if none fits.',
  image_id: 'Image id, a number.',
  transfer_id: 'Id of the offer, told to its sender and in the mail to its recipient.',
  url: 'Where to fetch it: raw, qcow2, vhdx, vdi or vmdk, gzip or bzip2 too; below 100 GB unpacked.',
};
