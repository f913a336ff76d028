// Load balancers as they are sent: their form, and what DigitalOcean checks.
import * as z from 'zod';
import type { Account } from '../../account/account.ts';
import { listOf, optional, wholeNumber } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import type { LoadBalancer } from './load-balancer.ts';

const port = wholeNumber.pipe(z.int().min(1).max(65535));
/** A forwarding rule as it is sent. */
export const rule = z.object({
  entry_protocol: z.enum(['http', 'https', 'http2', 'http3', 'tcp', 'udp']),
  entry_port: port,
  target_protocol: z.enum(['http', 'https', 'http2', 'tcp', 'udp']),
  target_port: port,
  certificate_id: optional(z.string()),
  tls_passthrough: optional(z.boolean()),
});

/** What is kept as it was sent, because nothing in the simulation depends on it. */
export const settings = z.object({
  algorithm: optional(z.string()),
  redirect_http_to_https: optional(z.boolean()),
  enable_proxy_protocol: optional(z.boolean()),
  enable_backend_keepalive: optional(z.boolean()),
  http_idle_timeout_seconds: optional(z.int().min(30).max(600)),
  disable_lets_encrypt_dns_records: optional(z.boolean()),
  firewall: optional(z.object({ deny: listOf(z.string()), allow: listOf(z.string()) })),
  health_check: optional(
    z.object({
      protocol: optional(z.enum(['http', 'https', 'tcp'])),
      port: optional(port),
      path: optional(z.string()),
      check_interval_seconds: optional(wholeNumber),
      response_timeout_seconds: optional(wholeNumber),
      unhealthy_threshold: optional(wholeNumber),
      healthy_threshold: optional(wholeNumber),
    }),
  ),
  sticky_sessions: optional(
    z.object({
      type: optional(z.enum(['cookies', 'none'])),
      cookie_name: optional(z.string()),
      cookie_ttl_seconds: optional(wholeNumber),
    }),
  ),
  domains: optional(z.array(z.record(z.string(), z.unknown()))),
  glb_settings: optional(z.record(z.string(), z.unknown())),
  target_load_balancer_ids: optional(z.array(z.string())),
  tls_cipher_policy: optional(z.enum(['DEFAULT', 'STRONG'])),
});

/** A load balancer as it is sent. */
export const body = settings.extend({
  name: optional(z.string().max(255)),
  region: optional(z.string()),
  project_id: optional(z.string()),
  size_unit: optional(z.int().min(1).max(200)),
  size: optional(z.enum(['lb-small', 'lb-medium', 'lb-large'])),
  vpc_uuid: optional(z.string()),
  network: optional(z.enum(['EXTERNAL', 'INTERNAL'])),
  network_stack: optional(z.enum(['IPV4', 'DUALSTACK'])),
  type: optional(z.enum(['REGIONAL', 'REGIONAL_NETWORK', 'GLOBAL'])),
  droplet_ids: listOf(wholeNumber),
  tag: optional(z.string()),
  forwarding_rules: listOf(rule),
});
/** A load balancer as it was sent. */
export type Body = z.output<typeof body>;
/** A forwarding rule. */
export type Rule = z.output<typeof rule>;

/** Legacy sizes in nodes. */
export const legacySizes = { 'lb-small': 1, 'lb-medium': 3, 'lb-large': 6 };

/** Ports that DigitalOcean keeps for itself. */
const reserved = [50053, 50054, 50055];

const checkRule = (given: Rule): void => {
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

/** @throws Refusal 422 for rules that cannot be. */
export const checkRules = (
  rules: readonly Rule[],
  type: 'REGIONAL' | 'REGIONAL_NETWORK' | 'GLOBAL',
): void => {
  if (rules.length === 0 && type !== 'GLOBAL') {
    throw unprocessable('At least one forwarding rule is required.');
  }
  if (rules.length > 40) throw unprocessable('A load balancer has at most 40 forwarding rules.');
  for (const given of rules) checkRule(given);
};

/** @throws Refusal 422 for Droplets that are unknown or elsewhere. */
export const checkDroplets = (account: Account, ids: readonly number[], region: string): void => {
  for (const id of ids) {
    const droplet = account.droplets.get(id);
    if (droplet === undefined) throw unprocessable(`Droplet ${id} does not exist.`);
    if (droplet.region !== region) throw unprocessable(`Droplet ${id} is not in ${region}.`);
  }
};

/** @throws Refusal 422 for a name that another load balancer has. */
export const checkName = (account: Account, name: string, self?: LoadBalancer): void => {
  for (const other of account.loadBalancers.values()) {
    if (other !== self && other.name === name) {
      throw unprocessable('the load balancer name is not unique');
    }
  }
};

/** @throws Refusal 422 when targets are named in two ways. */
export const checkTargets = (given: Body): void => {
  if (given.droplet_ids.length > 0 && given.tag) {
    throw unprocessable('Targets are named by droplet_ids or by tag, never by both.');
  }
};
