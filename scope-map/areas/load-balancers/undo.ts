// How changes of load balancers are put back.
import type { Undo, Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  former,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { lb_id: argument('lb_id') };
const balancer = look('loadBalancers_get', itself);

const settings = {
  ...asBefore(
    'name',
    'project_id',
    'size_unit',
    'forwarding_rules',
    'health_check',
    'sticky_sessions',
    'redirect_http_to_https',
    'enable_proxy_protocol',
    'enable_backend_keepalive',
    'http_idle_timeout_seconds',
    'vpc_uuid',
    'disable_lets_encrypt_dns_records',
    'firewall',
    'network',
    'network_stack',
    'type',
    'domains',
    'glb_settings',
    'target_load_balancer_ids',
    'tls_cipher_policy',
  ),
  region: former('region.slug'),
};

/** Those that go by a tag find their Droplets by it, and take no list of them. */
const membersOf = (
  operation: 'loadBalancers_update' | 'loadBalancers_create',
  more: Readonly<Record<string, never>> | typeof itself,
  differs?: string,
): Undo => ({
  state: balancer,
  watches: [
    'name',
    'forwarding_rules',
    'health_check',
    'sticky_sessions',
    'droplet_ids',
    'tag',
    'size_unit',
    'redirect_http_to_https',
    'enable_proxy_protocol',
    'firewall',
    'domains',
  ],
  ways: [
    {
      stood: { at: 'tag', filled: true },
      calls: [{ operation, given: { ...more, ...settings, ...asBefore('tag') } }],
      ...(differs !== undefined && { differs }),
    },
    {
      calls: [{ operation, given: { ...more, ...settings, ...asBefore('droplet_ids') } }],
      ...(differs !== undefined && { differs }),
    },
  ],
});

const whole = membersOf('loadBalancers_update', itself);

/** By operation id. */
export const undos: Undos = {
  loadBalancers_create: removes(
    look('loadBalancers_get', { lb_id: reply('load_balancer.id') }),
    call('loadBalancers_delete', { lb_id: reply('load_balancer.id') }),
    ['name', 'forwarding_rules', 'droplet_ids', 'tag'],
  ),
  loadBalancers_update: whole,
  loadBalancers_delete: membersOf(
    'loadBalancers_create',
    {},
    'it gets another id and another address: DNS records must follow',
  ),
  loadBalancers_delete_cache: cannot('a cache fills itself again'),
  loadBalancers_add_droplets: restores(
    balancer,
    call('loadBalancers_remove_droplets', {
      ...itself,
      droplet_ids: { argument: 'droplet_ids', lacking: 'droplet_ids' },
    }),
    { watches: ['droplet_ids'] },
  ),
  loadBalancers_remove_droplets: restores(
    balancer,
    call('loadBalancers_add_droplets', {
      ...itself,
      droplet_ids: { argument: 'droplet_ids', among: 'droplet_ids' },
    }),
    { watches: ['droplet_ids'] },
  ),
  loadBalancers_add_forwardingRules: whole,
  loadBalancers_remove_forwardingRules: whole,
};
