// dots-wrapper against the simulation.
import { createApiClient } from 'dots-wrapper';
import { address, end, step } from './steps.mjs';

const api = createApiClient({ endpoint: `${address}/v2`, token: 'sandbox' });
const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA dots';
const rules = [{ protocol: 'tcp', ports: '22', sources: { addresses: ['0.0.0.0/0'] } }];
const out = [{ protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0'] } }];

await step('account', () => api.account.getAccount());
await step('actions', () => api.action.listActions({ page: 1, per_page: 5 }));
await step('regions', () => api.region.listRegions({}));
await step('sizes', () => api.size.listSizes({}));
await step('images', () => api.image.listImages({ page: 1, per_page: 5 }));
await step('balance', () => api.customer.getBalance());
await step('billing history', () => api.customer.listBillingHistory({}));
await step('invoices', () => api.customer.listInvoices({}));
const ssh = await step('ssh key', () => api.sshKey.createSshKey({ name: 'dots', public_key: key }));
await step('ssh keys', () => api.sshKey.listSshKeys({}));
await step('ssh key gone', () => api.sshKey.destroySshKey({ ssh_key_id: ssh?.data.ssh_key.id }));
await step('tag', () => api.tag.createTag({ name: 'dots' }));
await step('tags', () => api.tag.listTags({}));

const made = await step('droplet', () =>
  api.droplet.createDroplet({
    name: 'dots-1',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    backups: false,
    ipv6: true,
    monitoring: true,
    ssh_keys: [],
    tags: ['dots'],
    user_data: '',
    volumes: [],
  }),
);
const droplet_id = made?.data.droplet.id;
await step('droplets', () =>
  api.droplet.createDroplets({
    names: ['dots-2', 'dots-3'],
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    tags: ['dots-more'],
  }),
);
await step('droplet read', () => api.droplet.getDroplet({ droplet_id }));
await step('droplets listed', () => api.droplet.listDroplets({ page: 1, per_page: 2 }));
await step('droplets by tag', () => api.droplet.listDroplets({ tag_name: 'dots' }));
for (const list of [
  'listDropletActions',
  'listDropletBackups',
  'listDropletKernels',
  'listDropletSnapshots',
  'listDropletNeighbors',
  'listDropletAssociatedResources',
])
  await step(list, () => api.droplet[list]({ droplet_id }));
await step('neighborhoods', () => api.droplet.listDropletNeighborhoods({}));
await step('power off', () => api.droplet.powerOffDroplet({ droplet_id }));
await step('resize', () =>
  api.droplet.resizeDroplet({ droplet_id, size: 's-1vcpu-2gb', disk: false }),
);
await step('power on', () => api.droplet.powerOnDroplet({ droplet_id }));
await step('rename', () => api.droplet.renameDroplet({ droplet_id, name: 'dots-one' }));
await step('snapshot', () => api.droplet.snapshotDroplet({ droplet_id, name: 'dots' }));
await step('action by tag', () =>
  api.droplet.doActionByDropletTag({ tag_name: 'dots-more', type: 'power_cycle' }),
);
const enabled = await step('backups on', () => api.droplet.enableDropletBackups({ droplet_id }));
await step('action', () =>
  api.droplet.getDropletAction({ droplet_id, action_id: enabled?.data.action.id }),
);
await step('snapshots', () => api.snapshot.listSnapshots({}));

const volume = await step('volume', () =>
  api.volume.createVolume({
    name: 'dots',
    region: 'nyc3',
    size_gigabytes: 10,
    filesystem_type: 'ext4',
  }),
);
const volume_id = volume?.data.volume.id;
await step('volumes', () => api.volume.listVolumes({}));
await step('volume attached', () =>
  api.volume.attachVolumeToDroplet({ volume_id, droplet_id, region: 'nyc3' }),
);
await step('volume detached', () =>
  api.volume.detachVolumeFromDroplet({ volume_id, droplet_id, region: 'nyc3' }),
);
await step('volume actions', () => api.volume.listVolumeActions({ volume_id }));

await step('domain', () => api.domain.createDomain({ name: 'dots.example' }));
const record = await step('record', () =>
  api.domain.createDomainRecord({
    domain_name: 'dots.example',
    type: 'A',
    name: 'www',
    data: '198.51.100.7',
  }),
);
await step('records', () => api.domain.listDomainRecords({ domain_name: 'dots.example' }));
await step('record changed', () =>
  api.domain.updateDomainRecord({
    domain_name: 'dots.example',
    domain_record_id: record?.data.domain_record.id,
    type: 'A',
    data: '198.51.100.8',
  }),
);
await step('domain gone', () => api.domain.deleteDomain({ name: 'dots.example' }));

const firewall = await step('firewall', () =>
  api.firewall.createFirewall({
    name: 'dots',
    droplet_ids: [droplet_id],
    inbound_rules: rules,
    outbound_rules: out,
    tags: [],
  }),
);
const firewall_id = firewall?.data.firewall.id;
await step('firewalls', () => api.firewall.listFirewalls({}));
await step('firewall tag', () => api.firewall.addTagsToFirewall({ firewall_id, tags: ['dots'] }));
await step('firewall changed', () =>
  api.firewall.updateFirewall({
    id: firewall_id,
    name: 'dots-2',
    inbound_rules: rules,
    outbound_rules: out,
    droplet_ids: [],
    tags: [],
  }),
);
await step('firewall gone', () => api.firewall.deleteFirewall({ firewall_id }));

const floating = await step('floating ip', () =>
  api.floatingIp.createFloatingIp({ region: 'nyc3' }),
);
const ip = floating?.data.floating_ip.ip;
await step('floating ips', () => api.floatingIp.listFloatingIps({}));
await step('floating ip assigned', () => api.floatingIp.assignIpToDroplet({ ip, droplet_id }));
await step('floating ip actions', () => api.floatingIp.listFloatingIpActions({ ip }));
await step('floating ip gone', () => api.floatingIp.deleteFloatingIp({ ip }));

const balancer = await step('load balancer', () =>
  api.loadBalancer.createLoadBalancer({
    name: 'dots',
    region: 'nyc3',
    droplet_ids: [droplet_id],
    forwarding_rules: [
      { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
    ],
  }),
);
await step('load balancers', () => api.loadBalancer.listLoadBalancers({}));
await step('load balancer gone', () =>
  api.loadBalancer.deleteLoadBalancer({ load_balancer_id: balancer?.data.load_balancer.id }),
);

const project = await step('project', () =>
  api.project.createProject({
    name: 'dots',
    purpose: 'Testing',
    description: '',
    environment: 'Development',
  }),
);
await step('projects', () => api.project.listProjects({}));
await step('project resources', () =>
  api.project.listProjectResources({ project_id: project?.data.project.id }),
);
await step('default project', () => api.project.getDefaultProject());

await step('kubernetes options', () =>
  api.kubernetes.getAvailableKubernetesUpgrades === undefined
    ? undefined
    : api.kubernetes.listAvailableKubernetesOptions?.(),
);
const cluster = await step('kubernetes', () =>
  api.kubernetes.createKubernetesCluster({
    name: 'dots',
    region: 'nyc3',
    version: 'latest',
    node_pools: [{ name: 'main', size: 's-2vcpu-4gb', count: 2 }],
  }),
);
await step('kubernetes read', () =>
  api.kubernetes.getKubernetesCluster({
    kubernetes_cluster_id: cluster?.data.kubernetes_cluster.id,
  }),
);
await step('kubernetes listed', () => api.kubernetes.listKubernetesClusters({}));
await step('kubernetes gone', () =>
  api.kubernetes.deleteKubernetesCluster({
    kubernetes_cluster_id: cluster?.data.kubernetes_cluster.id,
  }),
);

await step('database options', () => api.database.listDatabaseOptions());
const database = await step('database', () =>
  api.database.createDatabaseCluster({
    name: 'dots-db',
    engine: 'pg',
    num_nodes: 1,
    size: 'db-s-1vcpu-1gb',
    region: 'nyc3',
    version: '16',
  }),
);
const database_cluster_id = database?.data.database.id;
await step('databases', () => api.database.listDatabaseClusters({}));
await step('database user', () =>
  api.database.createDatabaseClusterUser({ database_cluster_id, user_name: 'dots' }),
);
await step('database pool', () =>
  api.database.createConnectionPool({
    database_cluster_id,
    db_name: 'defaultdb',
    mode: 'transaction',
    pool_name: 'dots',
    size: 5,
    user_name: 'dots',
  }),
);
await step('database pools', () => api.database.listConnectionPools({ database_cluster_id }));
await step('database backups', () =>
  api.database.listDatabaseClusterBackups({ database_cluster_id }),
);
await step('database replica', () =>
  api.database.createReadOnlyReplica({
    database_cluster_id,
    name: 'dots-read',
    region: 'nyc3',
    size: 'db-s-1vcpu-1gb',
  }),
);
await step('database gone', () => api.database.destroyDatabaseCluster({ database_cluster_id }));

const vpc = await step('vpc', () =>
  api.vpc.createVpc({ name: 'dots', region: 'nyc3', ip_range: '10.77.0.0/20' }),
);
await step('vpcs', () => api.vpc.listVpcs({}));
await step('vpc gone', () => api.vpc.deleteVpc({ vpc_id: vpc?.data.vpc.id }));
await step('apps', () => api.app.listApps({}));
await step('certificates', () => api.certificate.listCertificates({}));
await step('cdn endpoints', () => api.cdnEndpoint.listCdnEndpoints({}));
await step('registry', () => api.containerRegistry.getRegistry());
await step('droplet gone', () => api.droplet.deleteDroplet({ droplet_id }));
await step('droplets gone', () => api.droplet.deleteDropletsByTag({ tag_name: 'dots-more' }));
end();
