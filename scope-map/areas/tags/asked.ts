// How people ask for what can be done with tags.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  tags_list: {
    asked: [
      'which labels do we use',
      'what tags are there',
      'how many things carry each label',
      'find labels that nothing uses',
    ],
  },
  tags_create: {
    asked: ['make a new label', 'add a tag called staging', 'i need a label for the web servers'],
  },
  tags_get: {
    asked: [
      'how many machines have the tag web',
      'is anything still labelled legacy',
      'what got this label last',
    ],
  },
  tags_delete: {
    asked: ['get rid of a label', 'remove the tag old everywhere', 'drop a tag we no longer use'],
  },
  tags_assign_resources: {
    asked: [
      'label these servers as production',
      'add the tag web to this machine',
      'tag a disk',
      'mark my database as staging',
      'put a label on a snapshot',
    ],
    common: 2,
  },
  tags_unassign_resources: {
    asked: [
      'untag a server',
      'take the label off these machines',
      'remove the tag web from this droplet',
    ],
  },
};
