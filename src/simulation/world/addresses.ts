// Addresses for what gets one. Public ones lie in ranges that are never routed, so nothing real is ever named.
import type { World } from './world.ts';

/** The next public IPv4 address, out of 198.18.0.0/15 (RFC 2544, reserved for benchmarks). */
export const publicAddress = (world: World): string => {
  const number = world.ids.number('address') + 256;
  return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
};

/** The gateway of a public address. */
export const gatewayOf = (address: string): string =>
  `${address.split('.').slice(0, 2).join('.')}.0.1`;

/** An IPv6 address out of 2001:db8::/32 (RFC 3849, reserved for documents). */
export const ipv6Address = (number: number): string =>
  `2001:db8:0:1010::${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;

/** The next reserved IPv6 address, out of a part of that range that no Droplet's own lies in. */
export const reservedIpv6Address = (world: World): string =>
  `2001:db8:0:2020::${(world.ids.number('address') + 0x1000).toString(16)}`;
