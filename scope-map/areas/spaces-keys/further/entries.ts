// Access keys of Spaces: looking at one, and renaming it.
import { describeArea } from '../../../entry/area-map.ts';
import { object } from '../../../entry/replies.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(facts, words, {
  spacesKey_get: {
    title: 'Get a Spaces key',
    description: 'Shows one access key with its grants; its secret is never shown again.',
    reply: object('key'),
  },
  spacesKey_update: {
    title: 'Rename a Spaces key',
    description:
      'Gives an access key another name; its grants stay, so for others make a new key with spaces_key_create.',
    effect: 'write',
    reply: object('key'),
    says: { name: 'New name.' },
  },
  spacesKey_patch: {
    title: 'Patch a Spaces key',
    description: 'Gives an access key another name, as spaces_key_update does.',
    effect: 'write',
    reply: object('key'),
    says: { name: 'New name.' },
  },
});
