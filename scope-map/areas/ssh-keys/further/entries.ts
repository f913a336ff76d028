// SSH keys: adding, renaming and removing them.
import { describeArea } from '../../../entry/area-map.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(facts, words, {
  sshKeys_create: {
    title: 'Add an SSH key',
    description:
      'Adds a public SSH key that new Droplets can let in (ssh_keys of droplets_create); Droplets that exist do not get it.',
    effect: 'write',
    reply: object('ssh_key'),
    hints: [
      {
        status: 422,
        next: 'The key may be in the account already, under another name: compare fingerprints with those listed.',
      },
    ],
    says: {
      name: 'Name to find it by.',
      public_key: 'Whole public key, one line as in id_ed25519.pub.',
    },
  },
  sshKeys_update: {
    title: 'Rename an SSH key',
    description:
      'Gives an SSH key another name; the key itself cannot be changed, only added anew.',
    effect: 'write',
    reply: object('ssh_key'),
    says: { name: 'New name.' },
  },
  sshKeys_delete: {
    title: 'Delete an SSH key',
    description:
      'Removes an SSH key from the account, so that new Droplets cannot use it; Droplets that let it in still do.',
    reply: nothing,
  },
});
