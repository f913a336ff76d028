// What the arguments of reserved IPv6 addresses mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  region_slug: 'Region slug to keep it in.',
  reserved_ipv6: 'The address itself, such as 2001:db8::9.',
};
