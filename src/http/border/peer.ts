// Who is at the other end: the address that counts for limits, through trusted proxies only.
import { BlockList, isIP } from 'node:net';
import { UsageError } from '../../configuration/usage-error.ts';

/** The other end of an exchange. */
export interface Peer {
  /** The client's address; for IPv6 its /64, which is what one customer gets. */
  readonly address: string;
  /** The connection comes from this machine. */
  readonly loopback: boolean;
  /** The connection comes from this machine or a private network, and no proxy has passed it on. */
  readonly near: boolean;
}

/** The headers that tell who was before a proxy. */
export interface ForwardingHeaders {
  readonly 'x-forwarded-for'?: string | string[] | undefined;
  readonly forwarded?: string | string[] | undefined;
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The address without an IPv4-in-IPv6 wrapping or a zone. */
const plain = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

const rangeList = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits, ...rest] = range.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (isIP(address) === 0 || rest.length > 0 || !(length <= most))
      throw new UsageError(
        `--trusted-proxies: "${range}" is neither an address nor a range like 10.0.0.0/8.`,
      );
    list.addSubnet(address, length, family(address));
  }
  return list;
};

const loopbackRanges = ['127.0.0.0/8', '::1/128'];
// RFC 1918, RFC 6598 (used inside clusters), RFC 4193 and link-local.
const privateRanges = [
  ...loopbackRanges,
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
  'fe80::/10',
];

/** One customer's share of IPv6 is a /64 at least: counting single addresses would count nothing. */
const shareOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
  return `${groups.slice(0, 4).join(':')}::/64`;
};

/** What the address of a connection says by itself. */
interface Direct {
  readonly address: string;
  readonly share: string;
  readonly isTrusted: boolean;
  readonly loopback: boolean;
  readonly near: boolean;
}

/** Addresses remembered at a time. */
const mostSeen = 4_096;

/** Tells peers apart. */
export interface Peers {
  /** The peer of a connection, as its address and the request's headers tell. */
  of(remoteAddress: string | undefined, headers: ForwardingHeaders): Peer;
  /** Whether a connection comes from a trusted proxy, which carries many clients. */
  isTrustedProxy(remoteAddress: string | undefined): boolean;
  /** The address by which a connection is counted; for IPv6 its /64. */
  shareOf(remoteAddress: string | undefined): string;
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/**
 * Recognises peers behind the named proxies. `X-Forwarded-For` is believed only as far back as trusted
 * proxies wrote it: from the right, the first address that is not one of them is the client's.
 * @throws {UsageError} when an entry is neither an address nor a range.
 */
export const createPeers = (trustedProxies: readonly string[]): Peers => {
  const trusted = rangeList(trustedProxies);
  const loopback = rangeList(loopbackRanges);
  const near = rangeList(privateRanges);
  const isIn = (list: BlockList, address: string): boolean =>
    isIP(address) !== 0 && list.check(address, family(address));

  // Asking a list of ranges costs more than most of a request, and few addresses make most requests.
  const seen = new Map<string, Direct>();
  const directOf = (remoteAddress = ''): Direct => {
    const known = seen.get(remoteAddress);
    if (known) return known;
    const address = plain(remoteAddress);
    const direct = {
      address,
      share: shareOf(address),
      isTrusted: isIn(trusted, address),
      loopback: isIn(loopback, address),
      near: isIn(near, address),
    };
    if (seen.size >= mostSeen) seen.clear();
    seen.set(remoteAddress, direct);
    return direct;
  };

  return {
    isTrustedProxy: (remoteAddress) => directOf(remoteAddress).isTrusted,
    shareOf: (remoteAddress) => directOf(remoteAddress).share,
    of: (remoteAddress, headers) => {
      const direct = directOf(remoteAddress);
      const chain = textOf(headers['x-forwarded-for']);
      if (chain === undefined && headers.forwarded === undefined)
        return { address: direct.share, loopback: direct.loopback, near: direct.near };
      let client = direct.address;
      if (chain !== undefined && direct.isTrusted)
        for (const hop of chain
          .split(',')
          .map((one) => plain(one.trim()))
          .toReversed()) {
          if (isIP(hop) === 0) break;
          client = hop;
          if (!isIn(trusted, hop)) break;
        }
      return { address: shareOf(client), loopback: direct.loopback, near: false };
    },
  };
};
