// Refuses requests that were meant for another host, or that a foreign web page made (DNS rebinding).
import { isLoopback } from '../../configuration/settings.ts';
import type { Exchange, RequestHeaders } from '../exchange.ts';
import { Refusal } from '../refusal.ts';

/** Under which names the server may be called, and from which web pages. */
export interface HostGuard {
  /** A 403, or undefined when Host and Origin are in order. A missing Origin is: only browsers send one. */
  refusal(request: Pick<Exchange, 'header' | 'targetHost'>): Refusal | undefined;
  /** Whether `Host` names this end of the connection by its literal address, which no rebound name can do. */
  namesAddress(request: RequestHeaders, localHost: string): boolean;
}

const hostnameOf = (host: string): string | undefined => {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
};

/**
 * @param hosts host names without ports, besides those of loopback, which no other machine can be called by.
 * @param origins full origins (`https://app.example.com`) of web pages that may call.
 * @param loopbackPages whether pages served from this machine may call; only while the server listens on loopback.
 */
export const createHostGuard = (
  hosts: readonly string[],
  origins: readonly string[],
  loopbackPages: boolean,
): HostGuard => {
  const names = new Set(hosts.map((host) => hostnameOf(host) ?? host));
  const pages = new Set(origins);

  const isMine = (host: string): boolean => {
    const name = hostnameOf(host);
    return name !== undefined && (names.has(name) || isLoopback(name));
  };
  // Nearly every request names the host that the one before named.
  let lastMine: string | undefined;
  const hostIsMine = (host: string | null): boolean => {
    if (host === null) return false;
    if (host === lastMine) return true;
    if (!isMine(host)) return false;
    lastMine = host;
    return true;
  };
  const pageMayCall = (origin: string | null): boolean => {
    if (origin === null || origin === '' || pages.has(origin)) return true;
    return (
      loopbackPages &&
      /^https?:/.test(origin) &&
      URL.canParse(origin) &&
      isLoopback(new URL(origin).hostname)
    );
  };

  return {
    refusal: (request) => {
      // What a proxy would be asked to fetch elsewhere is not here.
      if (request.targetHost !== null && !isMine(request.targetHost))
        return new Refusal({
          status: 404,
          reason: 'host',
          message: 'The address of this request names another server, and this one is no proxy.',
        });
      if (!hostIsMine(request.header('host')))
        return new Refusal({
          status: 403,
          reason: 'host',
          message:
            'This server is not known under the host name of this request. Its owner names it with --allowed-hosts or --public-url.',
        });
      if (!pageMayCall(request.header('origin')))
        return new Refusal({
          status: 403,
          reason: 'host',
          message:
            'Web pages of this origin may not call this server. Its owner allows an origin with --allowed-origins.',
        });
      return undefined;
    },
    namesAddress: (request, localHost) => request.header('host') === localHost,
  };
};
