// What the arguments of BYOIP prefixes mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  advertise: 'Whether the range is announced.',
  byoip_prefix_uuid: 'Prefix id, a UUID.',
  prefix: 'The range, such as 203.0.113.0/24.',
  signature: 'Signature that proves the range to be yours.',
};
