// Rules of firewalls: as they are sent, checked and kept.
import * as z from 'zod';
import type { Call } from '../../exchange/call.ts';
import { listOf, wholeNumber } from '../../exchange/input.ts';
import { badRequest, unprocessable } from '../../exchange/refusal.ts';
import { Tags } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';

const peers = z
  .object({
    addresses: listOf(z.string()),
    droplet_ids: listOf(wholeNumber),
    load_balancer_uids: listOf(z.string()),
    kubernetes_ids: listOf(z.string()),
    tags: listOf(z.string()),
  })
  .nullish();

/** Ports as clients send them; `all` and `0` are the same, and ICMP has none. */
const ports = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((value) => String(value ?? ''));

const base = { protocol: z.enum(['tcp', 'udp', 'icmp']), ports };
/** An inbound rule as it is sent. */
export const inboundRule = z.object({ ...base, sources: peers });
/** An outbound rule as it is sent. */
export const outboundRule = z.object({ ...base, destinations: peers });

type Peers = Readonly<Record<string, readonly (string | number)[]>>;

/** A rule; `peers` are its sources or destinations by kind. */
export interface FirewallRule {
  readonly protocol: string;
  readonly ports: string;
  readonly peers: Peers;
}

const portRange = (protocol: string, given: string): string => {
  if (protocol === 'icmp' || given === 'all' || given === '0' || given === '1-65535') return '0';
  const [from, to] = given.split('-').map(Number);
  const valid = (port: number | undefined): boolean =>
    port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65535;
  const isRange = /^\d+-\d+$/.test(given) && valid(from) && valid(to) && Number(from) <= Number(to);
  if (!isRange && !(/^\d+$/.test(given) && valid(from))) {
    throw badRequest(`"${given}" is neither a port, a range such as 8000-9000, nor all.`);
  }
  return given;
};

/**
 * A rule from what was sent.
 *
 * @throws ApiRefusal 400 for impossible ports, 422 for an unknown tag, 403 when tags may not be used.
 */
export const ruleOf = (
  call: Call,
  world: World,
  given: { protocol: string; ports: string },
  sides: z.output<typeof peers>,
): FirewallRule => {
  const named: Record<string, readonly (string | number)[]> = {};
  for (const [kind, values] of Object.entries(sides ?? {})) {
    if (values.length > 0) named[kind] = values;
  }
  if (named['tags'] !== undefined) call.holder.demand([['tag:read', 'tag:create']]);
  for (const tag of sides?.tags ?? []) requireTag(world, tag);
  return {
    protocol: given.protocol,
    ports: portRange(given.protocol, given.ports),
    peers: named,
  };
};

/** @throws ApiRefusal 422: tags of a firewall must exist already. */
export const requireTag = (world: World, tag: string): void => {
  if (!world.of(Tags).has(tag)) throw unprocessable(`The tag ${tag} does not exist.`);
};
