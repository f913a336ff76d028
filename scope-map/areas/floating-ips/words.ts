// What the arguments of floating IPs mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  floating_ip: 'The address itself, such as 203.0.113.9.',
};
