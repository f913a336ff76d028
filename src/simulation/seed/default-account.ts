// The small account that a simulation starts with when it is given none: a web shop and what belongs to it.
import type { SeedData } from './seed-data.ts';

/** A few Droplets behind a load balancer, a domain, a cluster, a database, volumes, firewalls, an app. */
export const defaultAccount: SeedData = {
  account: { name: 'Sam Sandbox', email: 'sam@example.com', team: 'Sandbox Team' },
  age_days: 40,
  tags: ['web', 'env:prod', 'staging'],
  projects: [
    {
      name: 'Web shop',
      purpose: 'Web Application',
      description: 'The shop and everything behind it',
      environment: 'Production',
      is_default: true,
    },
    {
      name: 'Playground',
      purpose: 'Just trying out DigitalOcean',
      description: 'Experiments',
      environment: 'Development',
      resources: ['droplet:staging-01', 'volume:scratch'],
    },
  ],
  ssh_keys: [
    {
      name: 'laptop',
      public_key:
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMigY7p+wFxkjtAUlQlEfOuZ68CwtqOOjBTf3LsieNcb laptop',
    },
  ],
  droplets: [
    {
      name: 'web-01',
      region: 'nyc3',
      size: 's-1vcpu-2gb',
      image: 'ubuntu-24-04-x64',
      tags: ['web', 'env:prod'],
      monitoring: true,
      ipv6: true,
      backups: true,
      backup_policy: { plan: 'weekly', weekday: 'SUN', hour: 4 },
      reserved_ip: true,
    },
    {
      name: 'web-02',
      region: 'nyc3',
      size: 's-1vcpu-2gb',
      image: 'ubuntu-24-04-x64',
      tags: ['web', 'env:prod'],
      monitoring: true,
      snapshots: ['web-02-before-upgrade'],
    },
    {
      name: 'jobs-01',
      region: 'nyc3',
      size: 's-2vcpu-4gb',
      image: 'debian-12-x64',
      tags: ['env:prod'],
    },
    {
      name: 'staging-01',
      region: 'fra1',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
      tags: ['staging'],
      status: 'off',
    },
  ],
  volumes: [
    {
      name: 'uploads',
      region: 'nyc3',
      size_gigabytes: 100,
      description: 'What customers upload',
      filesystem_type: 'ext4',
      filesystem_label: 'uploads',
      tags: ['env:prod'],
      droplet: 'jobs-01',
      snapshots: ['uploads-weekly'],
    },
    { name: 'scratch', region: 'fra1', size_gigabytes: 20 },
  ],
  domains: [
    {
      name: 'example.com',
      ip_address: '198.51.100.10',
      records: [
        { type: 'CNAME', name: 'www', data: '@' },
        { type: 'A', name: 'api', data: '198.51.100.11' },
        { type: 'MX', name: '@', data: 'mail.example.com.', priority: 10 },
        { type: 'TXT', name: '@', data: 'v=spf1 mx -all' },
      ],
    },
  ],
  load_balancers: [
    {
      name: 'web-lb',
      region: 'nyc3',
      tag: 'web',
      forwarding_rules: [
        { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
      ],
    },
  ],
  firewalls: [
    {
      name: 'web-firewall',
      tags: ['web'],
      inbound_rules: [
        { protocol: 'tcp', ports: '80', sources: { addresses: ['0.0.0.0/0', '::/0'] } },
        { protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.0/24'] } },
      ],
      outbound_rules: [
        { protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0', '::/0'] } },
        { protocol: 'udp', ports: 'all', destinations: { addresses: ['0.0.0.0/0', '::/0'] } },
      ],
    },
    {
      name: 'jobs-firewall',
      droplets: ['jobs-01'],
      inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.0/24'] } }],
      outbound_rules: [
        { protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0', '::/0'] } },
      ],
    },
  ],
  kubernetes_clusters: [
    {
      name: 'shop-cluster',
      region: 'nyc3',
      version: '1.35',
      node_pools: [{ name: 'pool-main', size: 's-2vcpu-4gb', count: 2 }],
    },
  ],
  databases: [
    {
      name: 'shop-db',
      engine: 'pg',
      version: '16',
      size: 'db-s-1vcpu-2gb',
      num_nodes: 1,
      region: 'nyc3',
    },
  ],
  apps: [
    {
      spec: {
        name: 'storefront',
        region: 'nyc',
        services: [
          {
            name: 'web',
            github: { repo: 'example/storefront', branch: 'main', deploy_on_push: true },
            environment_slug: 'node-js',
            instance_size_slug: 'apps-s-1vcpu-0.5gb',
            instance_count: 1,
            http_port: 8080,
            envs: [
              { key: 'NODE_ENV', value: 'production', scope: 'RUN_TIME' },
              { key: 'SESSION_KEY', value: 'not-a-real-one', scope: 'RUN_TIME', type: 'SECRET' },
            ],
          },
        ],
      },
    },
  ],
  spaces_keys: [{ name: 'assets', grants: [{ bucket: 'shop-assets', permission: 'readwrite' }] }],
  registries: [
    {
      name: 'example-shop',
      region: 'nyc3',
      subscription_tier_slug: 'basic',
      images: [
        { repository: 'shop/web', tags: ['v1.3.0'] },
        { repository: 'shop/web' },
        { repository: 'shop/web', tags: ['v1.4.0', 'latest'] },
        { repository: 'shop/worker', tags: ['v1.4.0', 'latest'] },
      ],
    },
  ],
};
