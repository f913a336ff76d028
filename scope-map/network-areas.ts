// The areas of addresses, networks and what stands at their edge; the list of areas has them among the others.
import type { KnownArea } from './known-area.ts';

/** By slug, in the order in which their tools are listed. */
export const networkAreas = {
  reserved_ips: {
    title: 'Reserved IPs',
    load: () => import('./areas/reserved-ips/entries.ts'),
    asked: () => import('./areas/reserved-ips/asked.ts'),
  },
  reserved_ipv6: {
    title: 'Reserved IPv6',
    load: () => import('./areas/reserved-ipv6/entries.ts'),
    asked: () => import('./areas/reserved-ipv6/asked.ts'),
  },
  floating_ips: {
    title: 'Floating IPs',
    load: () => import('./areas/floating-ips/entries.ts'),
    asked: () => import('./areas/floating-ips/asked.ts'),
  },
  byoip_prefixes: {
    title: 'BYOIP prefixes',
    load: () => import('./areas/byoip-prefixes/entries.ts'),
    asked: () => import('./areas/byoip-prefixes/asked.ts'),
  },
  vpc_peerings: {
    title: 'VPC peerings',
    load: () => import('./areas/vpc-peerings/entries.ts'),
    asked: () => import('./areas/vpc-peerings/asked.ts'),
  },
  nat_gateways: {
    title: 'NAT gateways',
    load: () => import('./areas/nat-gateways/entries.ts'),
    asked: () => import('./areas/nat-gateways/asked.ts'),
  },
  partner_network_connect: {
    title: 'Partner Network Connect',
    load: () => import('./areas/partner-network-connect/entries.ts'),
    asked: () => import('./areas/partner-network-connect/asked.ts'),
  },
  certificates: {
    title: 'Certificates',
    load: () => import('./areas/certificates/entries.ts'),
    asked: () => import('./areas/certificates/asked.ts'),
  },
  cdn: {
    title: 'CDN endpoints',
    load: () => import('./areas/cdn/entries.ts'),
    asked: () => import('./areas/cdn/asked.ts'),
  },
} as const satisfies Record<string, KnownArea>;
