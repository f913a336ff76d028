// Load balancers as they are ordered: what DigitalOcean checks.

import { unprocessable } from '../../exchange/refusal.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import type { World } from '../../world/world.ts';
import type { Body, ForwardingRule } from './form.ts';
import { type LoadBalancer, LoadBalancers } from './load-balancer.ts';

/** Ports that DigitalOcean keeps for itself. */
const reserved = [50053, 50054, 50055];

const checkRule = (given: ForwardingRule): void => {
  if (reserved.includes(given.entry_port)) {
    throw unprocessable('Entry ports 50053 to 50055 are reserved.');
  }
  if ((given.entry_protocol === 'udp') !== (given.target_protocol === 'udp')) {
    throw unprocessable('UDP can only be forwarded to UDP.');
  }
  if (given.entry_protocol === 'http3' && given.tls_passthrough) {
    throw unprocessable('HTTP/3 cannot use TLS passthrough.');
  }
  if (given.certificate_id && given.tls_passthrough) {
    throw unprocessable('A rule has either a certificate or TLS passthrough.');
  }
};

/** @throws ApiRefusal 422 for rules that cannot be. */
export const checkRules = (
  rules: readonly ForwardingRule[],
  type: 'REGIONAL' | 'REGIONAL_NETWORK' | 'GLOBAL',
): void => {
  if (rules.length === 0 && type !== 'GLOBAL') {
    throw unprocessable('At least one forwarding rule is required.');
  }
  if (rules.length > 40) throw unprocessable('A load balancer has at most 40 forwarding rules.');
  for (const given of rules) checkRule(given);
};

/** @throws ApiRefusal 422 for Droplets that are unknown or elsewhere. */
export const checkDroplets = (world: World, ids: readonly number[], region: string): void => {
  for (const id of ids) {
    const droplet = world.of(Droplets).get(id);
    if (droplet === undefined) throw unprocessable(`Droplet ${id} does not exist.`);
    if (droplet.region !== region) throw unprocessable(`Droplet ${id} is not in ${region}.`);
  }
};

/** @throws ApiRefusal 422 for a name that another load balancer has. */
export const checkName = (world: World, name: string, self?: LoadBalancer): void => {
  for (const other of world.of(LoadBalancers).values()) {
    if (other !== self && other.name === name) {
      throw unprocessable('the load balancer name is not unique');
    }
  }
};

/** @throws ApiRefusal 422 when targets are named in two ways. */
export const checkTargets = (given: Body): void => {
  if (given.droplet_ids.length > 0 && given.tag) {
    throw unprocessable('Targets are named by droplet_ids or by tag, never by both.');
  }
};
