// The questions that several checks need the answer of: each is asked once, and within seconds.
import { askAboutToken, type TokenInfo } from '../account/token-info.ts';
import { proxyFrom } from '../client/wire/proxies.ts';
import { type ConfiguredClient, configuredServers } from '../clients/configured-servers.ts';
import type { Environment } from '../configuration/environment.ts';
import { isLoopback, type Settings } from '../configuration/settings.ts';
import { sandboxGrant } from '../guard/sandbox-grant.ts';
import type { Clock } from '../ports.ts';
import { createTransport } from '../transport.ts';
import { portOf, type Reached, tryHost } from './reach.ts';
import type { AskedToken, Machine, Told } from './situation.ts';

/** How long the question about the token may take, in milliseconds. */
const patience = 4_000;

/** Whether a host is reached directly although there is a proxy, as NO_PROXY lists them. */
const isDirect = (host: string, no: string | undefined): boolean =>
  isLoopback(host) ||
  (no ?? '')
    .split(/[\s,]+/)
    .some(
      (one) =>
        one === '*' ||
        (one !== '' && (host === one || host.endsWith(`.${one.replace(/^\./, '')}`))),
    );

const nothing: Reached = { tried: [], proxy: null, isOnline: true };

/** Tries the hosts that the settings name, or the proxy before them. */
const reach = async (
  { apiUrl, tokenInfoUrl, sandbox }: Settings,
  environment: Environment,
): Promise<Reached> => {
  if (sandbox) return nothing;
  const { https, no } = proxyFrom(environment);
  const hosts = [...new Map([apiUrl, tokenInfoUrl].map((url) => [url.host, url])).values()];
  const through = https !== undefined && hosts.some(({ hostname }) => !isDirect(hostname, no));
  const wanted = through ? [new URL(https)] : hosts;
  const tried = await Promise.all(wanted.map((url) => tryHost(url.hostname, portOf(url))));
  return {
    tried,
    proxy: through ? new URL(https).host : null,
    isOnline: tried.every(({ trouble }) => trouble === null),
  };
};

const ofSimulation = (token: string): AskedToken | null => {
  const grant = sandboxGrant(token);
  return grant ? { grant, createdAt: null, serverTime: null, failure: null, ahead: null } : null;
};

const ask = async (
  settings: Settings,
  environment: Environment,
  clock: Clock,
  reached: Reached,
): Promise<AskedToken | null> => {
  const { token, sandbox, tokenInfoUrl } = settings;
  if (sandbox) return ofSimulation(token?.read() ?? 'sandbox');
  if (token === null || !reached.isOnline || proxyFrom(environment).unusable) return null;
  const transport = createTransport(settings, clock, environment);
  try {
    const info: TokenInfo = await askAboutToken(
      transport,
      tokenInfoUrl,
      token.read(),
      clock,
      AbortSignal.timeout(patience),
    );
    const ahead = info.serverTime === null ? null : clock.now() - info.serverTime;
    return { ...info, ahead };
  } finally {
    await transport.close();
  }
};

/** The questions, each asked when its answer is first wanted. */
export const questionsOf = (
  { settings, environment }: Pick<Told, 'settings' | 'environment'>,
  { home }: Pick<Machine, 'home'>,
  clock: Clock,
) => {
  let reading: Promise<readonly ConfiguredClient[]> | undefined;
  let reaching: Promise<Reached> | undefined;
  let asking: Promise<AskedToken | null> | undefined;
  const reached = (): Promise<Reached> => {
    reaching ??= settings === null ? Promise.resolve(nothing) : reach(settings, environment);
    return reaching;
  };
  const tokenInfo = (): Promise<AskedToken | null> => {
    asking ??=
      settings === null
        ? Promise.resolve(null)
        : reached().then((found) => ask(settings, environment, clock, found));
    return asking;
  };
  const clients = (): Promise<readonly ConfiguredClient[]> => {
    reading ??= configuredServers(home);
    return reading;
  };
  return { reached, tokenInfo, clients };
};
