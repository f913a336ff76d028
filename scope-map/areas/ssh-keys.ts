// SSH keys of the account, which new Droplets can let in.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `ssh_keys`. */
export const sshKeys: readonly Endpoint[] = [
  endpoint({
    id: 'sshKeys_list',
    area: 'ssh_keys',
    method: 'GET',
    path: '/v2/account/keys',
    title: 'List SSH keys',
    description: 'Lists SSH keys with id and fingerprint, for droplets_create.',
    requires: [['ssh_key:read']],
    effect: 'read',
    reply: pagedList('ssh_keys'),
    view: { drops: ['public_key'] },
    limit: 'ssh_key_lists',
  }),
  endpoint({
    id: 'sshKeys_get',
    area: 'ssh_keys',
    method: 'GET',
    path: '/v2/account/keys/{ssh_key_identifier}',
    title: 'Get an SSH key',
    description: 'Shows one SSH key with its public part.',
    requires: [['ssh_key:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'ssh_key' },
    // A new key is not found everywhere at once.
    passing: [{ status: 404, within: 120 }],
  }),
];
