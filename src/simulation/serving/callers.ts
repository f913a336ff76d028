// Who may reach what only the simulation has: nobody under a foreign name, and no page of another site.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const hostnameOf = (host: string): string | undefined =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;

/**
 * Whether a name can be trusted to be this machine's: a literal address, `localhost`, a name without a dot (a service
 * in a private network) or one that the owner gave. Any other could be a foreign domain that was pointed here.
 */
const isMine = (name: string, names: ReadonlySet<string>): boolean =>
  names.has(name) ||
  isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  !name.includes('.');

/**
 * Why a request to the simulation's own endpoints is turned away; undefined when it is in order.
 *
 * @param names further names under which the owner lets it be called.
 */
export const turnedAway = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  names: ReadonlySet<string>,
): string | undefined => {
  const host = headers.host === undefined ? undefined : hostnameOf(headers.host);
  if (host === undefined || !isMine(host, names)) {
    return 'The simulation is not known under the host name of this request.';
  }
  const { origin } = headers;
  const isOwn =
    origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers.host);
  const site = headers['sec-fetch-site'];
  if (!isOwn || site === 'cross-site' || site === 'same-site') {
    return 'Pages of other sites may not reach into the simulation.';
  }
  return undefined;
};
