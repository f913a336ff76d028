// Checks the relations between arguments that the catalogue states: what is refused, what is let through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { brokenRules } from '../../tools/request/rules.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';

const tools = buildTools(catalogue);

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const balancer = { region: 'nyc3', forwarding_rules: [{}] };
const volume = { region: 'nyc3', size_gigabytes: 10 };

describe('rules of the catalogue', () => {
  const broken = (name: string, given: Arguments): readonly string[] =>
    brokenRules(named(name).endpoint.rules ?? [], given);

  const actionTypes = named('droplet_actions_post').inputSchema.properties['type']?.enum ?? [];

  it.each(actionTypes)('allow the Droplet action %s with just what belongs to it', (type) => {
    const { least, full } = exampleArguments(named('droplet_actions_post'), { type });
    expect(least).toMatchObject({ type, droplet_id: 1 });
    const extra = Object.keys(full).filter((name) => !['type', 'droplet_id'].includes(name));
    const belongs: Readonly<Record<string, readonly string[]>> = {
      resize: ['disk', 'size'],
      rename: ['name'],
      snapshot: ['name'],
      rebuild: ['image'],
      restore: ['image'],
      change_kernel: ['kernel'],
      enable_backups: ['backup_policy'],
      change_backup_policy: ['backup_policy'],
    };
    expect(extra.sort()).toEqual(belongs[String(type)] ?? []);
  });

  it.each([
    ['droplets_create', { size: 's', image: 'i' }],
    ['droplets_create', { size: 's', image: 'i', name: 'a', names: ['b'] }],
    ['droplets_create', { size: 's', image: 'i', name: 'a', public_networking: false, ipv6: true }],
    ['droplets_create', { size: 's', image: 'i', name: 'a', backup_policy: { plan: 'daily' } }],
    ['droplets_list', { tag_name: 'web', name: 'a' }],
    ['droplet_actions_post', { droplet_id: 1, type: 'resize' }],
    ['droplet_actions_post', { droplet_id: 1, type: 'reboot', size: 's' }],
    ['domains_create_record', { domain_name: 'example.com', type: 'A', name: 'www' }],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'MX', data: 'mail.example.com.' },
    ],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'CAA', name: '@', data: 'ca.example.' },
    ],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'SRV', name: '_sip', data: 'a.', priority: 1 },
    ],
    ['firewalls_create', { name: 'web' }],
    ['firewalls_create', { name: 'web', inbound_rules: [], outbound_rules: [] }],
    ['load_balancers_create', { ...balancer, droplet_ids: [1], tag: 'web' }],
    [
      'load_balancers_create',
      { region: 'nyc3', forwarding_rules: [{ entry_protocol: 'udp', target_protocol: 'tcp' }] },
    ],
    [
      'load_balancers_create',
      { region: 'nyc3', forwarding_rules: [{ entry_protocol: 'http3', tls_passthrough: true }] },
    ],
    ['volumes_create', { ...volume, filesystem_label: 'data' }],
    ['volumes_create', { ...volume, filesystem_type: 'xfs', filesystem_label: 'thirteen-long' }],
    ['kubernetes_create_cluster', { worker_subnet_uuid: 'x' }],
    ['kubernetes_create_cluster', { sso: { enabled: true } }],
    ['kubernetes_create_cluster', { node_pools: [{ auto_scale: true, min_nodes: 1 }] }],
    ['kubernetes_create_cluster', { node_pools: [{ name: 'a' }] }],
    ['load_balancers_create', { type: 'REGIONAL' }],
    ['volumes_create', { size_gigabytes: 10 }],
    ['firewalls_create', { inbound_rules: [{ protocol: 'tcp', sources: {} }] }],
    ['firewalls_update', { outbound_rules: [{ protocol: 'udp', destinations: {} }] }],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'A', data: '1.2.3.4', name: 'www.Example.com.' },
    ],
    ['domains_update_record', { domain_name: 'example.com', type: 'A', name: 'example.com' }],
    ['domains_patch_record', { domain_name: 'example.com', type: 'A', name: 'a.b.example.com' }],
    ['spaces_key_list', { sort_direction: 'asc' }],
    [
      'spaces_key_create',
      {
        grants: [
          { bucket: '', permission: 'fullaccess' },
          { bucket: 'b', permission: 'read' },
        ],
      },
    ],
  ])('refuse in %s: %j', (name, given) => {
    expect(broken(name, given)).toHaveLength(1);
  });

  it.each([
    [
      'droplets_create',
      { size: 's', image: 'i', name: 'a', public_networking: false, ipv6: false },
    ],
    [
      'domains_create_record',
      {
        domain_name: 'example.com',
        type: 'SRV',
        name: '_sip',
        data: 'a.',
        priority: 1,
        port: 5060,
        weight: 1,
      },
    ],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'CNAME', name: 'www', data: '@' },
    ],
    ['load_balancers_create', { target_load_balancer_ids: ['x'], type: 'GLOBAL' }],
    ['volumes_create', { snapshot_id: 'x' }],
    [
      'kubernetes_create_cluster',
      { node_pools: [{ auto_scale: true, min_nodes: 1, max_nodes: 3 }] },
    ],
    ['firewalls_create', { inbound_rules: [{ protocol: 'icmp', sources: {} }] }],
    ['firewalls_update', { outbound_rules: [{ protocol: 'icmp', destinations: {} }] }],
    ['domains_update_record', { domain_name: 'example.com', type: 'A', name: 'notexample.com' }],
    ['volumes_create', { ...volume, filesystem_type: 'ext4', filesystem_label: 'thirteen-long' }],
    [
      'spaces_key_create',
      {
        grants: [
          { bucket: 'a', permission: 'read' },
          { bucket: 'b', permission: 'readwrite' },
        ],
      },
    ],
    [
      'firewalls_create',
      { name: 'web', outbound_rules: [{ protocol: 'tcp', ports: '0', destinations: {} }] },
    ],
  ])('allow in %s: %j', (name, given) => {
    expect(broken(name, given)).toEqual([]);
  });

  it('never throw, whatever is given', () => {
    const rules = tools.flatMap((tool) => tool.endpoint.rules ?? []);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('grants', 'type', 'node_pools', 'sso', 'name'),
          fc.jsonValue(),
        ),
        (given) => {
          for (const sentence of brokenRules(rules, given)) expect(sentence).not.toBe('');
        },
      ),
    );
  });
});
