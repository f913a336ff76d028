// digitalocean-js against the simulation.
import { DigitalOcean } from 'digitalocean-js';
import { address, end, step } from './steps.mjs';

const api = new DigitalOcean('sandbox', `${address}/v2`);

await step('account', () => api.account.getUserInformation());
await step('actions', () => api.actions.getAllActions(5));
await step('balance', () => api.billingHistory.getMyBalance());
await step('billing history', () => api.billingHistory.getMyBillingHistory());
await step('regions', () => api.regions.getAllRegions());
await step('sizes', () => api.sizes.getAllSizes());
await step('images', () => api.images.getAllDistributionImages(5));
await step('image by slug', () => api.images.getExistingImageBySlug('ubuntu-24-04-x64'));
await step('tag', () => api.tags.createTag('jess'));
await step('tags', () => api.tags.getTags());
const droplet = await step('droplet', () =>
  api.droplets.createNewDroplet({
    name: 'js-1',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    ssh_keys: [],
    backups: false,
    ipv6: true,
    user_data: null,
    private_networking: null,
    volumes: null,
    tags: ['jess'],
  }),
);
const id = droplet?.id;
await step('droplet read', () => api.droplets.getExistingDroplet(id));
await step('droplets', () => api.droplets.getAllDroplets());
await step('droplets by tag', () => api.droplets.getDropletsByTag('jess'));
for (const list of [
  'getAvailableKernelsForDroplet',
  'getSnapshotsForDroplet',
  'getBackupsForDroplet',
  'getDropletActions',
  'getNeighborsForDroplet',
])
  await step(list, () => api.droplets[list](id));
await step('power off', () => api.dropletActions.powerOffDroplet(id));
await step('power on', () => api.dropletActions.powerOnDroplet(id));
await step('rename', () => api.dropletActions.renameDroplet(id, 'js-one'));
await step('snapshot', () => api.dropletActions.snapshotDroplet(id, 'js'));
await step('power off again', () => api.dropletActions.powerOffDroplet(id));
await step('resize', () => api.dropletActions.resizeDroplet(id, false, 's-1vcpu-2gb'));
const volume = await step('volume', () =>
  api.blockStorage.createBlockStorage({
    name: 'js',
    region: 'nyc3',
    size_gigabytes: 10,
    description: '',
  }),
);
await step('volumes', () => api.blockStorage.getAllBlockStorage());
await step('volume by name', () => api.blockStorage.getBlockStorageByName('js', 'nyc3'));
await step('volume attached', () =>
  api.blockStorageActions.attachVolumeToDroplet(volume?.id, {
    type: 'attach',
    droplet_id: id,
    region: 'nyc3',
  }),
);
await step('volume detached by name', () =>
  api.blockStorageActions.detachVolumeFromDropletByName({
    type: 'detach',
    droplet_id: id,
    region: 'nyc3',
    volume_name: 'js',
  }),
);
await step('volume resized', () =>
  api.blockStorageActions.resizeVolume(volume?.id, {
    type: 'resize',
    size_gigabytes: 20,
    region: 'nyc3',
  }),
);
await step('volume gone', () => api.blockStorage.deleteBlockStorageByName('js', 'nyc3'));
await step('domain', () => api.domains.createDomain({ name: 'js.example' }));
const record = await step('record', () =>
  api.domainRecords.createDomainRecord('js.example', {
    type: 'A',
    name: 'www',
    data: '198.51.100.3',
    priority: null,
    port: null,
    ttl: 1800,
    weight: null,
    flags: null,
    tag: null,
  }),
);
await step('records', () => api.domainRecords.getAllDomainRecords('js.example'));
await step('record changed', () =>
  api.domainRecords.updateDomainRecord('js.example', record?.id, {
    type: 'A',
    name: 'web',
    data: '198.51.100.4',
  }),
);
await step('record gone', () => api.domainRecords.deleteDomainRecord('js.example', record?.id));
await step('domain gone', () => api.domains.deleteDomain('js.example'));
const firewall = await step('firewall', () =>
  api.firewalls.createFirewall({
    name: 'js',
    inbound_rules: [{ protocol: 'tcp', ports: '80', sources: { addresses: ['0.0.0.0/0'] } }],
    outbound_rules: [{ protocol: 'tcp', ports: '0', destinations: { addresses: ['0.0.0.0/0'] } }],
    droplet_ids: [id],
    tags: null,
  }),
);
await step('firewalls', () => api.firewalls.getAllFirewalls());
await step('firewall gone', () => api.firewalls.deleteFirewall(firewall?.id));
const ip = await step('floating ip', () => api.floatingIPs.createFloatingIPForRegion('nyc3'));
await step('floating ips', () => api.floatingIPs.getAllFloatingIPs());
await step('floating ip gone', () => api.floatingIPs.deleteFloatingIP(ip?.ip));
const balancer = await step('load balancer', () =>
  api.loadBalancers.createLoadBalancer({
    name: 'js',
    region: 'nyc3',
    droplet_ids: [id],
    forwarding_rules: [
      {
        entry_protocol: 'http',
        entry_port: 80,
        target_protocol: 'http',
        target_port: 80,
        certificate_id: '',
        tls_passthrough: false,
      },
    ],
  }),
);
await step('load balancers', () => api.loadBalancers.getAllLoadBalancers());
await step('load balancer gone', () => api.loadBalancers.deleteLoadBalancer(balancer?.id));
await step('kubernetes options', () => api.kubernetes.getKubernetesOptions());
const cluster = await step('kubernetes', () =>
  api.kubernetes.createCluster({
    name: 'js',
    region: 'nyc3',
    version: 'latest',
    tags: [],
    node_pools: [{ size: 's-2vcpu-4gb', count: 1, name: 'js' }],
  }),
);
await step('kubernetes upgrades', () => api.kubernetes.getAvailableUpgradesForCluster(cluster?.id));
await step('kubeconfig', () => api.kubernetes.getClusterKubeconfig(cluster?.id));
await step('kubernetes gone', () => api.kubernetes.deleteCluster(cluster?.id));
await step('projects', () => api.projects.getAllProjects());
await step('default project', () => api.projects.getDefaultProject());
await step('snapshots', () => api.snapshots.getSnapshots());
await step('ssh keys', () => api.ssh.getAllKeys());
await step('certificates', () => api.certificates.getAllCertificates());
await step('cdn endpoints', () => api.cdn.getAllEndpoints());
await step('droplet gone', () => api.droplets.deleteDroplet(id));
end();
