// Introspection of a token, as the OAuth server answers it at /v1/oauth/token/info.
import type { Holder } from './holder.ts';

/** Where a token's scopes are asked for. */
export const tokenInfoPath = '/v1/oauth/token/info';

/**
 * The shape doctl decodes (do/oauth.go): that of the Ruby Doorkeeper library, with the application's `uid` null for
 * personal tokens and no expiry for tokens that never expire.
 */
export const tokenInfo = (holder: Holder, ownerId: number, createdAt: number) => ({
  resource_owner_id: ownerId,
  scopes: holder.scopes,
  expires_in_seconds: null,
  application: { uid: null },
  created_at: Math.floor(createdAt / 1000),
});
