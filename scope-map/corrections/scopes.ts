// Where the document is wrong about the scopes that a call needs.
import type { Correction } from './correction.ts';

/**
 * Scope names that the document has wrong, with the real ones.
 * Source: DigitalOcean's maintainers changed them on 2026-09-09 (digitalocean/openapi#1219); organization teams
 * are named so in the list of scopes of DigitalOcean's control panel documents.
 */
export const scopeNames: Readonly<Record<string, string>> = {
  'nfs:list': 'nfs:read',
  'database:write': 'database:update',
  'genai:default': 'genai:update',
  'byoip_prefix:write': 'byoip_prefix:update',
  'partner_network_connect:write': 'partner_network_connect:update',
  'dedicated_inference_tokens:read': 'dedicated_inference_token:read',
  'dedicated_inference_tokens:create': 'dedicated_inference_token:create',
  'dedicated_inference_tokens:delete': 'dedicated_inference_token:delete',
  'organization:read': 'organization_membership:read_teams',
};

const legacyScopes = (operation: string, scope: string): Correction => ({
  operations: [operation],
  change: { kind: 'scopes', are: [[scope]] },
  why:
    'The names stand for alternatives: an account-wide token, or the one custom scope. Account-wide tokens ' +
    'hold every custom scope for the guard, so only the custom one is named.',
  source: "DigitalOcean's list of scopes, where api:read and api:write mean the whole API",
});

/** Corrections of requirements. */
export const scopeCorrections: readonly Correction[] = [
  legacyScopes('volumes_list', 'block_storage:read'),
  legacyScopes('volumes_create', 'block_storage:create'),
  legacyScopes('volumes_delete_byName', 'block_storage:delete'),
  legacyScopes('volumeActions_post', 'block_storage_action:create'),
  {
    operations: ['droplets_destroy_byTag'],
    change: { kind: 'scopes', are: [['droplet:delete', 'tag:read']] },
    why: 'The parameter tag_name, which every such call carries, asks for tag:read by itself.',
    source: 'description of the tag_name parameter in the document',
  },
  {
    operations: ['snapshots_get'],
    change: { kind: 'scopes', are: [['snapshot:read'], ['block_storage_snapshot:read']] },
    why: 'Which of the two is needed depends on the kind of snapshot; nobody needs both.',
    source: "DigitalOcean's list of scopes: each scope names its own kind of snapshot",
  },
  {
    operations: ['snapshots_delete'],
    change: {
      kind: 'scopes',
      are: [['snapshot:delete', 'image:delete'], ['block_storage_snapshot:delete']],
    },
    why: 'The document gives the scopes for Droplet snapshots only; volume snapshots have a scope of their own.',
    source:
      "DigitalOcean's list of scopes: block_storage_snapshot:delete; snapshot:delete requires image:delete",
  },
  {
    operations: ['spacesKey_create'],
    change: { kind: 'scopes', are: [['spaces_key:create_credentials'], ['spaces_key:create']] },
    why: 'Both names are in use for the same right.',
    source:
      "DigitalOcean's list of scopes, whose page spaces_key/create is titled with the other name",
  },
];
