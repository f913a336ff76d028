// Tokens whose digits say how the upstream treats them, so that one server can have many kinds of tenants at once.

const prefix = 'dop_v1_';

/** How the upstream answers a token. */
export type Manner =
  | 'light'
  | 'pages'
  | 'large-page'
  | 'large-item'
  | 'long-error'
  | 'empty-objects'
  | 'siblings'
  | 'slow'
  | 'endless';

/** A token of this manner; the number makes several tenants of one manner. */
export const tokenOf = (manner: Manner, number = 0): string =>
  prefix + Buffer.from(`${manner}:${number}:`).toString('hex').padEnd(64, '0');

/** The manner that a token's digits tell. */
export const mannerOf = (token: string): string =>
  Buffer.from(token.slice(prefix.length), 'hex').toString().split(':')[0] ?? '';
