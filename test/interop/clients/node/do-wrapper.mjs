// do-wrapper against the simulation.
import loaded from 'do-wrapper';
import { end, step } from './steps.mjs';

const DigitalOcean = loaded.default ?? loaded;
const api = new DigitalOcean('sandbox', 5);
const key =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB wrapper';

await step('account', () => api.account.get());
await step('actions', () => api.actions.get(''));
await step('regions', () => api.regions.getAll(''));
await step('sizes', () => api.sizes.get(''));
await step('images', () => api.images.getAll(''));
await step('image by slug', () => api.images.getByIdOrSlug('ubuntu-24-04-x64'));
const ssh = await step('ssh key', () => api.keys.add({ name: 'wrapper', public_key: key }));
await step('ssh keys', () => api.keys.getAll(''));
await step('ssh key renamed', () => api.keys.rename(ssh?.ssh_key.id, 'wrapped'));
await step('ssh key gone', () => api.keys.delete(ssh?.ssh_key.id));
await step('tag', () => api.tags.create('wrapper'));
await step('tags', () => api.tags.getAll(''));
await step('tag read', () => api.tags.getByName('wrapper'));

const made = await step('droplet', () =>
  api.droplets.create({
    name: 'wrapper-1',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    tags: ['wrapper'],
  }),
);
const id = made?.droplet.id;
await step('droplet read', () => api.droplets.getById(id));
await step('droplets, all pages', () => api.droplets.getAll('', true));
await step('droplets by tag', () => api.droplets.getAll('wrapper'));
for (const list of ['getKernels', 'getSnapshots', 'getBackups', 'getActions'])
  await step(list, () => api.droplets[list](id, ''));
await step('neighbors', () => api.droplets.getNeighbors(id));
await step('neighbor report', () => api.reports.getDropletNeighbors());
const off = await step('power off', () => api.droplets.requestAction(id, { type: 'power_off' }));
await step('action', () => api.droplets.getAction(id, off?.action.id));
await step('power on', () => api.droplets.requestAction(id, { type: 'power_on' }));
await step('by tag', () => api.droplets.requestActionByTag('wrapper', { type: 'power_cycle' }));

const volume = await step('volume', () =>
  api.volumes.create({ name: 'wrapper', region: 'nyc3', size_gigabytes: 5, description: '' }),
);
await step('volumes', () => api.volumes.getAll('nyc3'));
await step('volume read', () => api.volumes.getById(volume?.volume.id));
await step('volume by name', () => api.volumes.getByNameAndRegion('wrapper', 'nyc3'));
await step('volume attached', () =>
  api.volumes.requestAction(volume?.volume.id, { type: 'attach', droplet_id: id, region: 'nyc3' }),
);
await step('volume detached', () =>
  api.volumes.requestAction(volume?.volume.id, { type: 'detach', droplet_id: id, region: 'nyc3' }),
);
await step('volume snapshot', () =>
  api.volumes.createSnapshot(volume?.volume.id, { name: 'wrapper' }),
);
await step('volume snapshots', () => api.volumes.getSnapshots(volume?.volume.id));
await step('snapshots', () => api.snapshots.get(''));
await step('droplet snapshots', () => api.snapshots.getForDroplets(''));

await step('domain', () =>
  api.domains.create({ name: 'wrapper.example', ip_address: '198.51.100.9' }),
);
await step('domains', () => api.domains.getAll(''));
const record = await step('record', () =>
  api.domains.createRecord('wrapper.example', { type: 'TXT', name: '@', data: 'hello' }),
);
await step('records', () => api.domains.getAllRecords('wrapper.example', ''));
await step('record changed', () =>
  api.domains.updateRecord('wrapper.example', record?.domain_record.id, {
    type: 'TXT',
    data: 'bye',
  }),
);
await step('record gone', () =>
  api.domains.deleteRecord('wrapper.example', record?.domain_record.id),
);
await step('domain gone', () => api.domains.delete('wrapper.example'));

const inbound_rules = [{ protocol: 'tcp', ports: '80', sources: { addresses: ['0.0.0.0/0'] } }];
const outbound_rules = [{ protocol: 'icmp', destinations: { addresses: ['0.0.0.0/0'] } }];
const firewall = await step('firewall', () =>
  api.firewalls.create({ name: 'wrapper', inbound_rules, outbound_rules, droplet_ids: [id] }),
);
await step('firewalls', () => api.firewalls.getAll());
await step('firewall rules', () =>
  api.firewalls.addRules(firewall?.firewall.id, {
    inbound_rules: [{ protocol: 'tcp', ports: '443', sources: { addresses: ['0.0.0.0/0'] } }],
  }),
);
await step('firewall gone', () => api.firewalls.delete(firewall?.firewall.id));

const ip = await step('floating ip', () => api.floatingIPs.assignDroplet(id));
await step('floating ips', () => api.floatingIPs.getAll(''));
await step('floating ip read', () => api.floatingIPs.getByIp(ip?.floating_ip.ip));
await step('floating ip let go', () =>
  api.floatingIPs.requestAction(ip?.floating_ip.ip, { type: 'unassign' }),
);
await step('floating ip gone', () => api.floatingIPs.deleteByIp(ip?.floating_ip.ip));

const balancer = await step('load balancer', () =>
  api.loadBalancers.create({
    name: 'wrapper',
    region: 'nyc3',
    droplet_ids: [id],
    forwarding_rules: [
      { entry_protocol: 'tcp', entry_port: 22, target_protocol: 'tcp', target_port: 22 },
    ],
  }),
);
await step('load balancers', () => api.loadBalancers.getAll());
await step('load balancer rules', () =>
  api.loadBalancers.addForwardingRules(balancer?.load_balancer.id, [
    { entry_protocol: 'tcp', entry_port: 23, target_protocol: 'tcp', target_port: 23 },
  ]),
);
await step('load balancer gone', () => api.loadBalancers.delete(balancer?.load_balancer.id));

await step('kubernetes options', () => api.kubernetes.getAvailability());
const cluster = await step('kubernetes', () =>
  api.kubernetes.create({
    name: 'wrapper',
    region: 'nyc3',
    version: 'latest',
    node_pools: [{ name: 'main', size: 's-2vcpu-4gb', count: 1 }],
  }),
);
await step('kubernetes listed', () => api.kubernetes.getClusters());
await step('node pools', () => api.kubernetes.getNodePools(cluster?.kubernetes_cluster.id));
await step('kubernetes gone', () => api.kubernetes.delete(cluster?.kubernetes_cluster.id));

const database = await step('database', () =>
  api.databases.createCluster({
    name: 'wrapper-db',
    engine: 'mysql',
    version: '8',
    size: 'db-s-1vcpu-1gb',
    region: 'nyc3',
    num_nodes: 1,
  }),
);
await step('databases', () => api.databases.getAllClusters(''));
await step('database user', () => api.databases.createUser(database?.database.id, 'wrapper'));
await step('database users', () => api.databases.getAllUsers(database?.database.id));
await step('database pools', () => api.databases.getAllPools(database?.database.id));

const project = await step('project', () =>
  api.projects.create({
    name: 'wrapper',
    purpose: 'Testing',
    environment: 'Development',
    description: '',
  }),
);
await step('projects', () => api.projects.getAll());
await step('project patched', () =>
  api.projects.patch(project?.project.id, { description: 'wrapped' }),
);
await step('project resources', () =>
  api.projects.addResources(project?.project.id, [`do:droplet:${id}`]),
);
await step('default project', () => api.projects.getDefault());
await step('certificates', () => api.certificates.getAll(''));
await step('cdn endpoints', () => api.cdn.getAllEndpoints(''));
await step('volume gone', () => api.volumes.deleteById(volume?.volume.id));
await step('droplet gone', () => api.droplets.deleteById(id));
await step('tag gone', () => api.tags.delete('wrapper'));
end();
