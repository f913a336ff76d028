// Access keys of Spaces, the object storage.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `spaces_keys`. */
export const spacesKeys: readonly Endpoint[] = [
  endpoint({
    id: 'spacesKey_list',
    area: 'spaces_keys',
    method: 'GET',
    path: '/v2/spaces/keys',
    title: 'List Spaces keys',
    description: 'Lists Spaces access keys with their grants, never their secrets.',
    requires: [['spaces_key:read']],
    rules: [{ kind: 'needs', when: { argument: 'sort_direction' }, arguments: ['sort'] }],
    effect: 'read',
    reply: pagedList('keys'),
    says: {
      name: 'Only the key of this name.',
      bucket: 'Only keys with a grant on this bucket.',
      permission: 'Only keys with this permission.',
    },
  }),
  endpoint({
    id: 'spacesKey_create',
    area: 'spaces_keys',
    method: 'POST',
    path: '/v2/spaces/keys',
    title: 'Create a Spaces key',
    description:
      'Creates an access key for Spaces buckets; its secret is shown this one time only.',
    requires: [['spaces_key:create_credentials'], ['spaces_key:create']],
    rules: [{ kind: 'alone', list: 'grants', field: 'permission', is: 'fullaccess' }],
    effect: 'write',
    discloses: { kind: 'credential', fields: ['secret_key'], only: true },
    reply: { kind: 'object', key: 'key' },
    says: {
      name: 'Name of the key.',
      'grants.bucket': 'Bucket name; "" with fullaccess, which means all.',
    },
  }),
  endpoint({
    id: 'spacesKey_delete',
    area: 'spaces_keys',
    method: 'DELETE',
    path: '/v2/spaces/keys/{access_key}',
    title: 'Delete a Spaces key',
    description: 'Deletes an access key for good; whatever uses it loses access at once.',
    requires: [['spaces_key:delete']],
    effect: 'destroy',
    reply: { kind: 'empty' },
  }),
];
