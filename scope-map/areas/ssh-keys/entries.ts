// SSH keys of the account, which new Droplets can let in.
import { describeArea } from '../../entry/area-map.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  sshKeys_list: {
    title: 'List SSH keys',
    description: 'Lists SSH keys with id and fingerprint, for droplets_create.',
    reply: pagedList('ssh_keys'),
    view: { columns: ['id', 'name', 'fingerprint'] },
    limit: 'ssh_key_lists',
  },
  sshKeys_get: {
    title: 'Get an SSH key',
    description: 'Shows one SSH key with its public part.',
    reply: object('ssh_key'),
    // A new key is not found everywhere at once.
    passing: [{ status: 404, within: 120 }],
  },
});
