// What the arguments of CDN endpoints mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  cdn_id: 'CDN endpoint id.',
  certificate_id: 'Certificate that covers custom_domain.',
  custom_domain: 'Own host name to serve under, such as static.example.com.',
  files: 'Paths to drop, such as css/* or logo.png; * alone for everything. 50 in 20 seconds.',
  origin: 'Host name of the Space, such as pictures.nyc3.digitaloceanspaces.com.',
  ttl: 'Seconds that copies are kept: 60, 600, 3600, 86400 or 604800.',
};
