// What the arguments of load balancers mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  disable_lets_encrypt_dns_records: 'Do not add DNS records for managed certificates.',
  enable_backend_keepalive: 'Keep connections to Droplets open.',
  enable_proxy_protocol: 'Pass client addresses by PROXY protocol.',
  forwarding_rules: 'What comes in where and goes where; ports 50053-50055 are reserved.',
  'forwarding_rules.certificate_id': 'For TLS that ends here.',
  'forwarding_rules.tls_passthrough': 'Leave TLS to the Droplets.',
  glb_settings: 'For GLOBAL only.',
  'glb_settings.failover_threshold': 'Percent of unhealthy targets.',
  'glb_settings.region_priorities': 'Region slug to priority.',
  health_check: 'How targets are checked.',
  http_idle_timeout_seconds: 'Seconds until an idle connection is closed.',
  lb_id: 'Load balancer id.',
  network: 'INTERNAL: reachable in the VPC only; cannot be changed.',
  network_stack: 'Address families; cannot be changed.',
  redirect_http_to_https: 'Send HTTP visitors to HTTPS.',
  size_unit: 'Number of nodes.',
  sticky_sessions: 'Send a client to the same Droplet.',
  target_load_balancer_ids: 'GLOBAL: load balancers behind it.',
  tls_cipher_policy: 'STRONG: modern ciphers only.',
  vpc_uuid: 'VPC id.',
};
