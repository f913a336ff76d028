// The cookie of a console session: how it is set, taken away and read.
import type { Exchange, RequestHeaders } from '../exchange.ts';

/** Browsers send this name only over TLS, to this host alone (RFC 6265bis 4.1.3). */
const secureName = '__Host-do-mcp-console';

/** Cookies do not know ports: two servers on one machine would take each other's without it. */
const plainName = ({ localHost }: Pick<Exchange, 'localHost'>): string =>
  `do-mcp-console-${/\d+$/.exec(localHost)?.[0] ?? '0'}`;

/** The longest Cookie header that is read, in characters. */
const longestHeader = 4_096;

/** Whether the page that asks was reached over TLS: a browser tells with every change. */
const isSecure = (request: RequestHeaders): boolean =>
  request.header('origin')?.startsWith('https:') ?? false;

const written = (exchange: Exchange, secret: string, seconds: number): string =>
  isSecure(exchange)
    ? `${secureName}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`
    : `${plainName(exchange)}=${secret}; Path=/console; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;

/**
 * The header that hands a session to the browser.
 * @param seconds how long it may last.
 */
export const cookieFor = (exchange: Exchange, secret: string, seconds: number): string =>
  written(exchange, secret, seconds);

/** The header that takes it away again. */
export const noCookie = (exchange: Exchange): string => written(exchange, '', 0);

/** The session's secret; undefined when none came, or several that differ. */
export const sessionIn = (exchange: Exchange): string | undefined => {
  const header = exchange.header('cookie');
  if (header === null || header.length > longestHeader) return undefined;
  const names = [secureName, plainName(exchange)];
  const found = new Set(
    header.split(';').flatMap((pair) => {
      const [name = '', value = ''] = pair.trim().split('=', 2);
      return names.includes(name) && value !== '' ? [value] : [];
    }),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
};
