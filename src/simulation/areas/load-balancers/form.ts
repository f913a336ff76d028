// Load balancers as they are sent: the form of requests.
import * as z from 'zod';
import { choice, listOf, optional, wholeNumber } from '../../exchange/input.ts';

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
      protocol: choice(['http', 'https', 'tcp']),
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
      type: choice(['cookies', 'none']),
      cookie_name: optional(z.string()),
      cookie_ttl_seconds: optional(wholeNumber),
    }),
  ),
  domains: optional(z.array(z.record(z.string(), z.unknown()))),
  glb_settings: optional(z.record(z.string(), z.unknown())),
  target_load_balancer_ids: optional(z.array(z.string())),
  tls_cipher_policy: choice(['DEFAULT', 'STRONG']),
});

/** A load balancer as it is sent. */
export const body = settings.extend({
  name: optional(z.string().max(255)),
  region: optional(z.string()),
  project_id: optional(z.string()),
  size_unit: optional(z.int().min(1).max(200)),
  size: choice(['lb-small', 'lb-medium', 'lb-large']),
  vpc_uuid: optional(z.string()),
  network: choice(['EXTERNAL', 'INTERNAL']),
  network_stack: choice(['IPV4', 'DUALSTACK']),
  type: choice(['REGIONAL', 'REGIONAL_NETWORK', 'GLOBAL']),
  droplet_ids: listOf(wholeNumber),
  tag: optional(z.string()),
  forwarding_rules: listOf(rule),
});
/** A load balancer as it was sent. */
export type Body = z.output<typeof body>;
/** A forwarding rule. */
export type ForwardingRule = z.output<typeof rule>;

/** Legacy sizes in nodes. */
export const legacySizes = { 'lb-small': 1, 'lb-medium': 3, 'lb-large': 6 };
