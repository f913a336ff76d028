// The check of the way to DigitalOcean: the hosts themselves, or the proxy that stands before them.
import { type ProxySettings, proxyFrom } from '../../client/wire/proxies.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';
import type { Tried } from '../reach.ts';
import type { Situation } from '../situation.ts';

const meanings = {
  'network.simulated': {
    level: 'ok',
    means: 'The built-in simulation answers instead of DigitalOcean, so no network is needed.',
    remedy: null,
  },
  'network.ok': {
    level: 'ok',
    means: 'DigitalOcean can be reached, directly or through the proxy that is named.',
    remedy: null,
  },
  'network.unreachable': {
    level: 'blocks',
    means:
      'A host of DigitalOcean cannot be reached from this machine. What needs an answer of DigitalOcean is left out of the other checks.',
    remedy:
      'Look whether the machine is online, and whether a firewall or VPN lets through connections to api.digitalocean.com and cloud.digitalocean.com on port 443. Behind a proxy, set HTTPS_PROXY.',
  },
  'proxy.used': {
    level: 'ok',
    means: 'Requests go through the proxy that a variable names.',
    remedy: null,
  },
  'proxy.unusable': {
    level: 'blocks',
    means:
      'A variable names a proxy that cannot be used. What would go through it is not sent: going directly could tell the token to a network that must not hear it.',
    remedy: 'Correct the variable, or unset it.',
  },
  'proxy.unreachable': {
    level: 'blocks',
    means: 'The proxy that a variable names cannot be reached, so nothing gets to DigitalOcean.',
    remedy:
      'Look whether the proxy runs and its name and port are right; name hosts that are reached directly in NO_PROXY.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const unusable = ({ unusable: wrong = [] }: ProxySettings): readonly Finding[] =>
  wrong.map(({ variable, reason }) => finding('proxy.unusable', `${variable} ${reason}.`));

const fastest = (tried: readonly Tried[]): string =>
  tried.map(({ host, took }) => `${host} in ${took ?? 0} ms`).join(', ');

const hosts = async ({ reached }: Situation): Promise<readonly Finding[]> => {
  const { tried, proxy } = await reached();
  const away = tried.filter(({ trouble }) => trouble !== null);
  if (proxy !== null)
    return away.length > 0
      ? away.map(({ host, trouble }) =>
          finding('proxy.unreachable', `The proxy ${host} does not work: ${trouble}.`),
        )
      : [finding('proxy.used', `Requests go through a proxy: ${fastest(tried)}.`)];
  if (away.length === 0)
    return [finding('network.ok', `DigitalOcean can be reached: ${fastest(tried)}.`)];
  return [
    finding(
      'network.unreachable',
      'DigitalOcean cannot be reached. What needs an answer from there was not looked at.',
      { details: away.map(({ host, trouble }) => `${host}: ${trouble}`) },
    ),
  ];
};

/** Looks at the way to DigitalOcean. */
export const network: Check = {
  name: 'network',
  title: 'Network',
  meanings,
  look: async (situation) => {
    const { settings, environment } = situation.told;
    if (settings === null) return [];
    if (settings.sandbox)
      return [finding('network.simulated', 'The simulation answers; no network is needed.')];
    situation.saying('Looking for DigitalOcean');
    const wrong = unusable(proxyFrom(environment));
    return wrong.length > 0 ? wrong : hosts(situation);
  },
};
