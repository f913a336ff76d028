// DigitalOcean's own TypeScript client walks through every area over loopback HTTP, without knowing it is simulated.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSimulation } from '../../src/simulation/serve.ts';
import { startSimulation } from '../../src/testing/index.ts';
import { officialClient } from './official-client.ts';

let served: ServedSimulation;
let v2: Awaited<ReturnType<typeof officialClient>>;

beforeAll(async () => {
  served = await startSimulation();
  v2 = (await officialClient(served.url, 'sandbox')).v2;
});
afterAll(() => served.close());

const named = (name: string) => (item: { readonly name: string }) => item.name === name;

const newDroplet = async (name: string): Promise<number> => {
  const { droplet } = await v2.droplets.post({
    name,
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    tags: ['dots'],
  });
  return droplet.id;
};

describe("DigitalOcean's TypeScript client", () => {
  it('reads the account and the reference lists', async () => {
    expect((await v2.account.get()).account.dropletLimit).toBe(25);
    expect((await v2.regions.get()).regions.some(named('New York 3'))).toBe(true);
    expect((await v2.sizes.get()).sizes.length).toBe(20);
    expect((await v2.images.get()).images.length).toBeGreaterThan(5);
    expect((await v2.vpcs.get()).vpcs.length).toBeGreaterThan(0);
    expect((await v2.account.keys.get()).sshKeys.some(named('laptop'))).toBe(true);
  });

  it('creates, acts on and deletes a Droplet', async () => {
    const id = await newDroplet('dots-01');
    const { droplet } = await v2.droplets.byDroplet_id(id).get();
    expect([droplet.name, droplet.status]).toEqual(['dots-01', 'active']);
    const { action } = await v2.droplets.byDroplet_id(id).actions.post({ type: 'power_off' });
    const seen = await v2.actions.byAction_id(action.id).get();
    expect(seen.action.status).toBe('completed');
    expect((await v2.droplets.get()).droplets.some(named('dots-01'))).toBe(true);
    await v2.droplets.byDroplet_id(id).delete();
    await expect(v2.droplets.byDroplet_id(id).get()).rejects.toMatchObject({
      responseStatusCode: 404,
    });
  });

  it('attaches, detaches and deletes a volume', async () => {
    const droplet = await newDroplet('dots-02');
    const { volume } = await v2.volumes.post({
      name: 'dots',
      region: 'nyc3',
      sizeGigabytes: 10,
      filesystemType: 'ext4',
    });
    const actions = v2.volumes.byVolume_id(volume.id).actions;
    await actions.post({ type: 'attach', dropletId: droplet, region: 'nyc3' });
    expect((await v2.volumes.byVolume_id(volume.id).get()).volume.dropletIds).toEqual([droplet]);
    await expect(v2.volumes.byVolume_id(volume.id).delete()).rejects.toMatchObject({
      responseStatusCode: 409,
    });
    await actions.post({ type: 'detach', dropletId: droplet, region: 'nyc3' });
    expect((await actions.get()).actions.length).toBe(2);
    await v2.volumes.byVolume_id(volume.id).delete();
    expect((await v2.volumes.get()).volumes.some(named('dots'))).toBe(false);
  });

  it('manages a domain and its records', async () => {
    await v2.domains.post({ name: 'dots.example', ipAddress: '198.51.100.7' });
    const { records } = v2.domains.byDomain_name('dots.example');
    const { domainRecord } = await records.post({ type: 'A', name: 'a', data: '198.51.100.8' });
    await records.byDomain_record_id(domainRecord.id).put({ type: 'A', data: '198.51.100.9' });
    const read = await records.byDomain_record_id(domainRecord.id).get();
    expect(read.domainRecord.data).toBe('198.51.100.9');
    expect((await records.get()).domainRecords.length).toBe(6);
    await records.byDomain_record_id(domainRecord.id).delete();
    await v2.domains.byDomain_name('dots.example').delete();
    expect((await v2.domains.get()).domains.some(named('dots.example'))).toBe(false);
  });

  it('reads and deletes a load balancer', async () => {
    // This client sends no body when it creates one, so that step is done without it.
    const response = await fetch(`${served.url}/v2/load_balancers`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'dots',
        region: 'nyc3',
        tag: 'dots',
        forwarding_rules: [
          { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
        ],
      }),
    });
    expect(response.status).toBe(202);
    const balancer = (await v2.load_balancers.get()).loadBalancers.find(named('dots'));
    const one = v2.load_balancers.byLb_id(balancer.id);
    expect((await one.get()).loadBalancer.status).toBe('active');
    await one.delete();
    expect((await v2.load_balancers.get()).loadBalancers.some(named('dots'))).toBe(false);
  });

  it('creates, replaces and deletes a firewall', async () => {
    const anywhere = { addresses: ['0.0.0.0/0'] };
    const { firewall } = await v2.firewalls.post({
      name: 'dots',
      inboundRules: [{ protocol: 'tcp', ports: 'all', sources: anywhere }],
    });
    const one = v2.firewalls.byFirewall_id(firewall.id);
    expect((await one.get()).firewall).toMatchObject({ status: 'succeeded', outboundRules: [] });
    await one.put({
      name: 'dots',
      outboundRules: [{ protocol: 'icmp', ports: '0', destinations: anywhere }],
    });
    expect((await one.get()).firewall.inboundRules).toEqual([]);
    await one.delete();
    await expect(one.get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });

  it('creates, enters and deletes a Kubernetes cluster', async () => {
    const { kubernetesCluster: cluster } = await v2.kubernetes.clusters.post({
      name: 'dots',
      region: 'nyc3',
      version: 'latest',
      nodePools: [{ name: 'main', size: 's-2vcpu-4gb', count: 2 }],
    });
    const one = v2.kubernetes.clusters.byCluster_id(cluster.id);
    const running = (await one.get()).kubernetesCluster;
    expect(running.status.state).toBe('running');
    expect(running.nodePools[0].nodes.length).toBe(2);
    expect((await one.credentials.get()).server).toContain(cluster.id);
    await one.delete();
    await expect(one.get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });

  it('creates, resizes and deletes a database', async () => {
    const { database } = await v2.databases.post({
      name: 'dots-db',
      engine: 'pg',
      region: 'nyc3',
      size: 'db-s-1vcpu-1gb',
      numNodes: 1,
    });
    const one = v2.databases.byDatabase_cluster_uuid(database.id);
    expect((await one.get()).database.status).toBe('online');
    await one.resize.put({ size: 'db-s-1vcpu-2gb', numNodes: 2 });
    expect((await one.get()).database).toMatchObject({ numNodes: 2, size: 'db-s-1vcpu-2gb' });
    expect((await v2.databases.get()).databases.some(named('dots-db'))).toBe(true);
    await one.delete();
    await expect(one.get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });

  it('deploys and deletes an app', async () => {
    const { app } = await v2.apps.post({
      spec: {
        name: 'dots',
        services: [{ name: 'web', image: { registryType: 'DOCKER_HUB', repository: 'nginx' } }],
      },
    });
    const one = v2.apps.byApp_Id(app.id);
    expect((await one.get()).app.activeDeployment.phase).toBe('ACTIVE');
    const { deployments } = one;
    expect((await deployments.post({ forceBuild: true })).deployment.phase).toBe('PENDING_BUILD');
    expect((await deployments.get()).deployments.length).toBe(2);
    await one.delete();
    await expect(one.get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });

  it('creates, changes and deletes a project', async () => {
    const { project } = await v2.projects.post({ name: 'dots', purpose: 'Web Application' });
    const one = v2.projects.byProject_id(project.id);
    await one.patch({ description: 'made by dots' });
    expect((await one.get()).project.description).toBe('made by dots');
    await one.delete();
    expect((await v2.projects.get()).projects.some(named('dots'))).toBe(false);
  });

  it('creates and deletes a Spaces key whose secret is shown once', async () => {
    const { key } = await v2.spaces.keys.post({
      name: 'dots',
      grants: [{ bucket: '', permission: 'fullaccess' }],
    });
    expect(key.secretKey).toHaveLength(43);
    const listed = (await v2.spaces.keys.get()).keys.find(named('dots'));
    expect(listed.secretKey).toBeUndefined();
    await v2.spaces.keys.byAccess_key(key.accessKey).delete();
    expect((await v2.spaces.keys.get()).keys.some(named('dots'))).toBe(false);
  });

  it('snapshots a Droplet and deletes the snapshot', async () => {
    const id = await newDroplet('dots-03');
    await v2.droplets.byDroplet_id(id).actions.post({ type: 'snapshot', name: 'dots' });
    const snapshot = (await v2.snapshots.get()).snapshots.find(named('dots'));
    expect(snapshot.resourceId).toBe(String(id));
    await v2.snapshots.bySnapshot_id(snapshot.id).delete();
    expect((await v2.snapshots.get()).snapshots.some(named('dots'))).toBe(false);
  });

  it('is refused as DigitalOcean refuses, with an id it can read', async () => {
    const narrow = (await officialClient(served.url, 'sandbox:domain:read')).v2;
    await expect(narrow.droplets.get()).rejects.toMatchObject({
      responseStatusCode: 403,
      id: 'forbidden',
    });
    const stranger = (await officialClient(served.url, 'dop_v1_nobody')).v2;
    await expect(stranger.droplets.get()).rejects.toMatchObject({
      responseStatusCode: 401,
      id: 'unauthorized',
    });
  });
});
