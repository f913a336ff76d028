// Access keys of Spaces, the object storage.
import { describeArea } from '../../entry/area-map.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  spacesKey_list: {
    title: 'List Spaces keys',
    description: 'Lists Spaces access keys with their grants, never their secrets.',
    rules: [{ kind: 'needs', when: { argument: 'sort_direction' }, arguments: ['sort'] }],
    reply: pagedList('keys'),
    says: {
      name: 'Only the key of this name.',
      bucket: 'Only keys with a grant on this bucket.',
      permission: 'Only keys with this permission.',
    },
  },
  spacesKey_create: {
    title: 'Create a Spaces key',
    description:
      'Creates an access key for Spaces buckets; its secret is shown this one time only.',
    rules: [{ kind: 'alone', list: 'grants', field: 'permission', is: 'fullaccess' }],
    effect: 'write',
    discloses: {
      kind: 'credential',
      fields: ['secret_key'],
      only: true,
      kept: {
        use: 'AWS_ACCESS_KEY_ID is access_key, and AWS_SECRET_ACCESS_KEY="$(cat <file>)" before the command',
      },
    },
    reply: object('key'),
    says: {
      name: 'Name of the key.',
      'grants.bucket': 'Bucket name; "" with fullaccess, which means all.',
    },
  },
  spacesKey_delete: {
    title: 'Delete a Spaces key',
    description: 'Deletes an access key for good; whatever uses it loses access at once.',
    reply: nothing,
  },
});
