// Tells by the name of a field whether what stands there is a secret.

/** Words that end the name of a secret, with whatever stands before them (`db_password`, `clientSecret`). */
export const secretWords =
  'password|passwd|passphrase|pwd|secret|token|api_?key|kubeconfig|credentials?|connection_?string';

// Keys that open something. A plain `key`, `access_key` or `public_key` names a thing and opens nothing.
const opening =
  'private|secret|secret_?access|api|app|application|account|auth|encryption|signing|license|shared|client|master|integration|routing|service|ingest|insert|write|hmac|deploy|session|instrumentation';

/** Keys by what they are for: `private_key`, `signingKey`. */
export const secretKeys = `(?:${opening})_?key`;

const ending = new RegExp(
  `(?:(?:${secretWords})s?|(?:^|_)(?:pass|dsn|authorization|cookie|user_data|private_key_data|client_key_data|${secretKeys}))$`,
);

// Cursors of lists, which open nothing.
const harmless = /(?:^|_)(?:page|continuation|next|previous|cancel)_?token$/;

// Most names are told from secrets by this alone.
const suspicious = /pass|pwd|secret|token|key|cred|auth|cookie|kubeconfig|string|dsn|data$/i;

const longestName = 128;

const plain = (name: string): string =>
  name
    .slice(-longestName)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');

/** Whether a field with this name holds a secret. Case and separators do not count; only the end of the name does. */
export const isSecretName = (name: string): boolean => {
  if (!suspicious.test(name.length > longestName ? name.slice(-longestName) : name)) return false;
  const words = plain(name);
  return ending.test(words) && !harmless.test(words);
};

const telling = new Set(
  'password passwd pass passphrase pwd secret secrets token key keys apikey credential credentials creds auth dsn private salt pepper cookie signature webhook'.split(
    ' ',
  ),
);

// What ends so tells something about a secret, or about what only shares its word: `TOKEN_TTL`, `AUTH_PROVIDER`.
const about = new Set(
  'name names prefix suffix ttl expiry expires expiration timeout seconds minutes hours days age length size count limit max min type kind mode provider issuer audience algorithm alg host port domain path file dir directory header field enabled disabled required region version format scope scopes policy rounds cost strategy method realm network subnet group level'.split(
    ' ',
  ),
);

// An address is judged by its form, unless it is one of those that are secret as a whole.
const address = new Set(['url', 'uri', 'endpoint', 'origin']);

const isAbout = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  return about.has(last) || (address.has(last) && !words.includes('webhook'));
};

/**
 * Whether a setting with this name (an environment variable, as people call them) probably holds a secret: any of
 * its words says so, unless another says that it is public.
 */
export const isSecretSetting = (name: string): boolean => {
  const words = plain(name).split('_');
  return (
    (isSecretName(name) || words.some((word) => telling.has(word))) &&
    !words.includes('public') &&
    !isAbout(words)
  );
};
