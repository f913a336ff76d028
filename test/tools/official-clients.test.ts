// What DigitalOcean's own clients leave out is not asked for, although its document requires it; and the reverse.
import { describe, expect, it } from 'vitest';
import { createValidator } from '../../tools/request/validation.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import { toolNamed } from '../agent.ts';

const validated = (name: string, given: Arguments) => createValidator(toolNamed(name))(given);

const anywhere = { addresses: ['0.0.0.0/0', '::/0'] };
const firewall = { name: 'web' };
const replaced = { ...firewall, firewall_id: 'bb4b2611-3d72-467b-8602-280330ecd65c' };
const cluster = { name: 'c', region: 'nyc1', version: 'latest' };
const pool = { name: 'p', size: 's-1vcpu-2gb' };

describe('a call as official clients send it', () => {
  it.each<[string, string, Arguments]>([
    [
      'firewalls_create',
      'an ICMP rule without ports',
      { ...firewall, inbound_rules: [{ protocol: 'icmp', sources: anywhere }] },
    ],
    [
      'firewalls_update',
      'an ICMP rule without ports',
      { ...replaced, outbound_rules: [{ protocol: 'icmp', destinations: anywhere }] },
    ],
    [
      'firewalls_create',
      'an ICMP rule with the ports that DigitalOcean answers',
      { ...firewall, inbound_rules: [{ protocol: 'icmp', ports: '0', sources: anywhere }] },
    ],
    [
      'volumes_create',
      'a snapshot in place of region and size',
      { name: 'v', snapshot_id: 'b0798135-fb76-11eb-946a-0a58ac146f33' },
    ],
    [
      'load_balancers_create',
      'a GLOBAL load balancer without region and rules',
      { name: 'g', type: 'GLOBAL', target_load_balancer_ids: ['x'] },
    ],
    [
      'kubernetes_create_cluster',
      'a pool with bounds in place of a number',
      { ...cluster, node_pools: [{ ...pool, auto_scale: true, min_nodes: 1, max_nodes: 3 }] },
    ],
  ])('is taken by %s: %s', async (name, _what, given) => {
    expect(await validated(name, given)).toEqual({ ok: true, arguments: given });
  });
});

describe('what DigitalOcean cannot do without', () => {
  it.each<[string, string, Arguments]>([
    [
      'firewalls_create',
      'ports',
      { ...firewall, inbound_rules: [{ protocol: 'tcp', sources: anywhere }] },
    ],
    [
      'firewalls_update',
      'ports',
      { ...replaced, outbound_rules: [{ protocol: 'udp', destinations: anywhere }] },
    ],
    ['volumes_create', 'region', { name: 'v', size_gigabytes: 10 }],
    ['volumes_create', 'size_gigabytes', { name: 'v', region: 'nyc1' }],
    ['load_balancers_create', 'region', { name: 'l', droplet_ids: [1] }],
    ['kubernetes_create_cluster', 'count', { ...cluster, node_pools: [pool] }],
    [
      'kubernetes_create_cluster',
      'count',
      { ...cluster, node_pools: [{ ...pool, auto_scale: false }] },
    ],
  ])('is asked for by %s: %s', async (name, missing, given) => {
    expect(await validated(name, given)).toMatchObject({
      ok: false,
      problems: [expect.stringContaining(missing)],
    });
  });
});
