// Names that are kept relative to a domain: what is left of a full one, and what makes a short one full.

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * What a name is without its domain: `www` of `www.example.com`, `@` of the domain itself. Undefined when the name
 * does not end in the domain. Case and a closing dot do not matter.
 */
export const withoutDomain = (name: string, domain: string): string | undefined => {
  const [full, end] = [bare(name), bare(domain)];
  if (end === '') return undefined;
  if (full === end) return '@';
  return full.endsWith(`.${end}`) ? full.slice(0, -end.length - 1) : undefined;
};

/** The full name: `www.example.com` for `www`, the domain for `@`; a name that ends in the domain is full already. */
export const withDomain = (name: string, domain: string): string => {
  const [host, end] = [bare(name), bare(domain)];
  if (host === '' || end === '' || withoutDomain(host, end) !== undefined) return host;
  return host === '@' ? end : `${host}.${end}`;
};
