// What the arguments of SSH keys mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  ssh_key_identifier: 'Key id or fingerprint.',
};
