// What the arguments of changes to VPC networks mean.
import type { Words } from '../../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  body_vpc_id: 'Id of the other VPC.',
  default: 'true: make it the default of its region, in place of the present one.',
  description: 'What it is for.',
  ip_range:
    'Private range, /16 to /28, such as 10.10.0.0/20, unlike any other of yours; chosen if left out.',
  region: 'Region slug, such as nyc3; cannot be changed.',
  resource_type: 'Only members of this kind, such as droplet.',
  vpc_id: 'VPC id.',
  vpc_peering_id: 'VPC peering id.',
};
