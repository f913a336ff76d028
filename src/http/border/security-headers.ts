// Headers that every reply carries, whatever it says.

/**
 * Replies hold account data: nothing may store, sniff, frame or run them,
 * and no proxy may hold a stream back to compress it.
 * @param publicUrl the URL under which clients come; with https, browsers are told to insist on it.
 */
export const securityHeaders = (publicUrl: URL | null): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store, no-transform',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  ...(publicUrl?.protocol === 'https:' && { 'strict-transport-security': 'max-age=31536000' }),
});
