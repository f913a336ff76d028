// What the arguments of organizations mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  invitations: 'People to invite by e-mail, each with a role; an owner cannot be invited.',
};
