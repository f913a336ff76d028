// What the arguments of reserved IPs mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  reserved_ip: 'The address itself, such as 203.0.113.9.',
};
