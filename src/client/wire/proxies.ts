// Which proxies an environment names, as people write them, and which of them cannot be used.

/** Where requests are sent through. */
export interface ProxySettings {
  readonly https?: string;
  readonly http?: string;
  /** Hosts that are reached directly, as NO_PROXY lists them. */
  readonly no?: string;
  /** Variables whose value is no proxy that can be used; what would go through them is not sent at all. */
  readonly unusable?: readonly UnusableProxy[];
}

/** A variable that names no usable proxy. */
export interface UnusableProxy {
  /** Its name as it stands in the environment. */
  readonly variable: string;
  readonly protocol: 'http' | 'https';
  /** Why, as the end of a sentence; the value is not repeated, since it may hold a password. */
  readonly reason: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const schemed = /^[a-z][a-z0-9+.-]*:\/\//i;

const read = (environment: Environment, name: string): readonly [string, string] | undefined => {
  for (const variable of [name.toLowerCase(), name]) {
    const value = environment[variable]?.trim();
    if (value) return [variable, value];
  }
  return undefined;
};

/** The address of a proxy, or why it is none. A bare host and port mean http, as curl takes them. */
const addressOf = (value: string): { readonly url: string } | { readonly reason: string } => {
  const text = schemed.test(value) ? value : `http://${value}`;
  if (!URL.canParse(text)) return { reason: 'is no address' };
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return {
      reason: `names a ${url.protocol.replace(':', '')} proxy; only http and https are known`,
    };
  return url.hostname === '' ? { reason: 'names no host' } : { url: text };
};

/** The proxies that an environment names; upper and lower case are both in use, lower case counts first. */
export const proxyFrom = (environment: Environment): ProxySettings => {
  const unusable: UnusableProxy[] = [];
  const addresses = (['https', 'http'] as const).flatMap((protocol) => {
    const found = read(environment, protocol === 'https' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
    if (!found) return [];
    const [variable, value] = found;
    const address = addressOf(value);
    if ('url' in address) return [[protocol, address.url] as const];
    unusable.push({ variable, protocol, reason: address.reason });
    return [];
  });
  const no = read(environment, 'NO_PROXY')?.[1];
  return {
    ...Object.fromEntries(addresses),
    ...(no !== undefined && { no }),
    ...(unusable.length > 0 && { unusable }),
  };
};
