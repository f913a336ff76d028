// Scope names that DigitalOcean's document has wrong in every area.

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
