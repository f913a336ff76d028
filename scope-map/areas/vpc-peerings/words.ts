// What the arguments of VPC peerings mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  name: 'Name, unique in the team: letters, digits and "-".',
  vpc_ids: 'The two VPC ids.',
  vpc_peering_id: 'VPC peering id.',
};
