// A walk through everything that is simulated: at least one successful call of every operation.
import type { Reply, Send } from './world.ts';

/** What the walk needs of its world. */
export interface Ground {
  readonly send: Send;
  /** Lets so many seconds pass. */
  readonly pass: (seconds: number) => void;
}

const key =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA walker';

const expectSuccess = (method: string, path: string, reply: Reply): Reply => {
  if (reply.status < 300) return reply;
  throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
};

/** Walks; throws at the first call that does not succeed. */
export const walkEverything = async ({ send, pass }: Ground): Promise<void> => {
  const call = async (method: string, path: string, body?: unknown): Promise<Reply['body']> =>
    expectSuccess(method, path, await send(method, path, body)).body;
  const get = (path: string) => call('GET', path);
  const post = (path: string, body: unknown = {}) => call('POST', path, body);

  const crud = async (collection: string, path: string): Promise<void> => {
    await get(collection);
    await get(`${collection}?per_page=1`);
    await get(path);
  };

  await get('/v2/account');
  await get('/v2/regions');
  await get('/v2/sizes?per_page=200');
  await get('/v2/images?per_page=200');
  await get('/v2/images?type=distribution');
  await get('/v2/images/ubuntu-24-04-x64');

  const { ssh_key: sshKey } = await post('/v2/account/keys', { name: 'walker', public_key: key });
  await crud('/v2/account/keys', `/v2/account/keys/${sshKey.id}`);
  await get(`/v2/account/keys/${sshKey.fingerprint}`);
  await call('PUT', `/v2/account/keys/${sshKey.id}`, { name: 'wanderer' });

  const { vpc } = await post('/v2/vpcs', { name: 'walk', region: 'nyc3' });
  await crud('/v2/vpcs', `/v2/vpcs/${vpc.id}`);
  await call('PUT', `/v2/vpcs/${vpc.id}`, { name: 'walked' });
  await call('PATCH', `/v2/vpcs/${vpc.id}`, { description: 'for a walk' });

  const { tag } = await post('/v2/tags', { name: 'walk' });
  await crud('/v2/tags', `/v2/tags/${tag.name}`);

  // Droplets
  const { droplet } = await post('/v2/droplets', {
    name: 'walker-01',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    ssh_keys: [sshKey.id],
    tags: ['walk'],
    backups: true,
    ipv6: true,
    vpc_uuid: vpc.id,
  });
  await post('/v2/droplets', {
    names: ['walker-02', 'walker-03'],
    size: 's-1vcpu-1gb',
    image: 'debian-12-x64',
    tags: ['walkers'],
  });
  const at = `/v2/droplets/${droplet.id}`;
  await get(at);
  pass(30);
  await crud('/v2/droplets', at);
  await get('/v2/droplets?tag_name=walk');
  await get('/v2/droplets?type=gpus');
  const web = (await get('/v2/droplets?name=web-01')).droplets[0];
  for (const part of ['snapshots', 'backups', 'kernels', 'firewalls', 'actions']) {
    await get(`${at}/${part}`);
    await get(`/v2/droplets/${web.id}/${part}`);
  }
  const act = async (body: unknown): Promise<{ id: number }> => {
    const { action } = await post(`${at}/actions`, body);
    pass(90);
    return action;
  };
  await act({ type: 'snapshot', name: 'walk' });
  await act({
    type: 'change_backup_policy',
    backup_policy: { plan: 'weekly', weekday: 'MON', hour: 4 },
  });
  const action = await act({ type: 'power_off' });
  await act({ type: 'resize', size: 's-1vcpu-2gb', disk: true });
  await act({ type: 'power_on' });
  await get(`${at}/actions/${action.id}`);
  await crud('/v2/actions', `/v2/actions/${action.id}`);
  await get(`${at}/snapshots`);
  await call('POST', '/v2/droplets/actions?tag_name=walkers', { type: 'power_cycle' });
  pass(90);
  await get(`/v2/vpcs/${vpc.id}/members`);
  await post('/v2/tags/walk/resources', {
    resources: [{ resource_id: String(web.id), resource_type: 'droplet' }],
  });
  await call('DELETE', '/v2/tags/walk/resources', {
    resources: [{ resource_id: String(web.id), resource_type: 'droplet' }],
  });

  // Volumes and snapshots
  const { volume } = await post('/v2/volumes', {
    name: 'walk',
    region: 'nyc3',
    size_gigabytes: 10,
    filesystem_type: 'ext4',
    tags: ['walk'],
  });
  await post('/v2/volumes', { name: 'stroll', region: 'nyc3', size_gigabytes: 1 });
  await crud('/v2/volumes', `/v2/volumes/${volume.id}`);
  const attached = await post(`/v2/volumes/${volume.id}/actions`, {
    type: 'attach',
    droplet_id: droplet.id,
  });
  pass(10);
  await get(`/v2/volumes/${volume.id}/actions`);
  await get(`/v2/volumes/${volume.id}/actions/${attached.action.id}`);
  await get(at);
  await post('/v2/volumes/actions', {
    type: 'detach',
    volume_name: 'walk',
    region: 'nyc3',
    droplet_id: droplet.id,
  });
  pass(10);
  const made = await post(`/v2/volumes/${volume.id}/snapshots`, { name: 'walk' });
  await get(`/v2/volumes/${volume.id}/snapshots`);
  await get(`/v2/volumes/snapshots/${made.snapshot.id}`);
  await crud('/v2/snapshots', `/v2/snapshots/${made.snapshot.id}`);
  await get('/v2/snapshots?resource_type=droplet');
  await call('DELETE', `/v2/snapshots/${made.snapshot.id}`);
  pass(600);
  const second = await post(`/v2/volumes/${volume.id}/snapshots`, { name: 'walk again' });
  await call('DELETE', `/v2/volumes/snapshots/${second.snapshot.id}`);
  await call('DELETE', `/v2/volumes/${volume.id}`);
  await call('DELETE', '/v2/volumes?name=stroll&region=nyc3');

  const [image] = (await get('/v2/images?private=true')).images;
  await call('PUT', `/v2/images/${image.id}`, { name: 'renamed' });
  const sent = await post(`/v2/images/${image.id}/actions`, { type: 'transfer', region: 'fra1' });
  await get(`/v2/images/${image.id}/actions`);
  await get(`/v2/images/${image.id}/actions/${sent.id}`);
  pass(120);
  await call('DELETE', `/v2/images/${image.id}`);

  // Domains
  await post('/v2/domains', { name: 'walk.example', ip_address: '198.51.100.1' });
  await crud('/v2/domains', '/v2/domains/walk.example');
  const records = '/v2/domains/walk.example/records';
  const { domain_record: record } = await post(records, {
    type: 'A',
    name: 'a',
    data: '198.51.100.2',
  });
  await post(records, { type: 'MX', name: '@', data: 'mail.example.com.', priority: 5 });
  await post(records, { type: 'CAA', name: '@', data: 'letsencrypt.org.', flags: 0, tag: 'issue' });
  await post(records, {
    type: 'SRV',
    name: '_sip._tcp',
    data: 'sip.example.com.',
    priority: 1,
    weight: 1,
    port: 5060,
  });
  await crud(records, `${records}/${record.id}`);
  await call('PUT', `${records}/${record.id}`, { type: 'A', data: '198.51.100.3' });
  await call('PATCH', `${records}/${record.id}`, { type: 'A', ttl: 60 });
  await call('DELETE', `${records}/${record.id}`);
  await call('DELETE', '/v2/domains/walk.example');

  // Load balancers
  const rules = [
    { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 8080 },
  ];
  const { load_balancer: balancer } = await post('/v2/load_balancers', {
    name: 'walk',
    region: 'nyc3',
    droplet_ids: [droplet.id],
    forwarding_rules: rules,
    vpc_uuid: vpc.id,
  });
  const lb = `/v2/load_balancers/${balancer.id}`;
  await crud('/v2/load_balancers', lb);
  pass(90);
  await get(lb);
  await call('PUT', lb, { name: 'walked', region: 'nyc3', forwarding_rules: rules, tag: 'walk' });
  await call('PUT', lb, { name: 'walked', region: 'nyc3', forwarding_rules: rules });
  await call('POST', `${lb}/droplets`, { droplet_ids: [web.id] });
  await call('DELETE', `${lb}/droplets`, { droplet_ids: [web.id] });
  const more = [
    { entry_protocol: 'tcp', entry_port: 5432, target_protocol: 'tcp', target_port: 5432 },
  ];
  await call('POST', `${lb}/forwarding_rules`, { forwarding_rules: more });
  await call('DELETE', `${lb}/forwarding_rules`, { forwarding_rules: more });
  await call('DELETE', lb);

  // Firewalls
  const inbound = [{ protocol: 'tcp', ports: '22', sources: { addresses: ['0.0.0.0/0'] } }];
  const { firewall } = await post('/v2/firewalls', {
    name: 'walk',
    droplet_ids: [droplet.id],
    inbound_rules: inbound,
    outbound_rules: null,
    tags: null,
  });
  const fw = `/v2/firewalls/${firewall.id}`;
  await crud('/v2/firewalls', fw);
  pass(5);
  await get(fw);
  await get(`${at}/firewalls`);
  await call('PUT', fw, { name: 'walked', inbound_rules: inbound });
  await call('POST', `${fw}/droplets`, { droplet_ids: [droplet.id] });
  await call('DELETE', `${fw}/droplets`, { droplet_ids: [droplet.id] });
  await call('POST', `${fw}/tags`, { tags: ['walk'] });
  await call('DELETE', `${fw}/tags`, { tags: ['walk'] });
  const icmp = [{ protocol: 'icmp', sources: { addresses: ['0.0.0.0/0'] } }];
  await call('POST', `${fw}/rules`, { inbound_rules: icmp });
  await call('DELETE', `${fw}/rules`, { inbound_rules: icmp });
  await call('DELETE', fw);

  await get(`/v2/droplets/${droplet.id}/neighbors`);
  await get('/v2/reports/droplet_neighbors_ids');

  // Reserved IPs
  const { reserved_ip: reserved } = await post('/v2/reserved_ips', { droplet_id: droplet.id });
  const ip = `/v2/reserved_ips/${reserved.ip}`;
  pass(10);
  await crud('/v2/reserved_ips', ip);
  const moved = await post(`${ip}/actions`, { type: 'unassign' });
  await get(`${ip}/actions`);
  await get(`${ip}/actions/${moved.action.id}`);
  pass(10);
  await call('DELETE', ip);
  const { floating_ip: floating } = await post('/v2/floating_ips', { region: 'nyc3' });
  const old = `/v2/floating_ips/${floating.ip}`;
  await crud('/v2/floating_ips', old);
  const given = await post(`${old}/actions`, { type: 'assign', droplet_id: droplet.id });
  await get(`${old}/actions`);
  await get(`${old}/actions/${given.action.id}`);
  pass(10);
  await call('DELETE', old);

  // Kubernetes
  await get('/v2/kubernetes/options');
  const { kubernetes_cluster: cluster } = await post('/v2/kubernetes/clusters', {
    name: 'walk',
    region: 'nyc3',
    version: 'latest',
    node_pools: [{ name: 'main', size: 's-2vcpu-4gb', count: 2, labels: null, tags: ['walk'] }],
  });
  const k8s = `/v2/kubernetes/clusters/${cluster.id}`;
  await crud('/v2/kubernetes/clusters', k8s);
  pass(200);
  await get(k8s);
  await get(`${k8s}/kubeconfig`);
  await get(`${k8s}/credentials`);
  await call('PUT', k8s, { name: 'walked', surge_upgrade: true });
  const { node_pool: pool } = await post(`${k8s}/node_pools`, {
    name: 'more',
    size: 's-1vcpu-2gb',
    count: 2,
  });
  pass(100);
  await crud(`${k8s}/node_pools`, `${k8s}/node_pools/${pool.id}`);
  await call('PUT', `${k8s}/node_pools/${pool.id}`, { name: 'more', count: 1 });
  const shown = await get(`${k8s}/node_pools/${pool.id}`);
  await call('DELETE', `${k8s}/node_pools/${pool.id}/nodes/${shown.node_pool.nodes[0].id}`);
  await call('DELETE', `${k8s}/node_pools/${pool.id}`);
  await get(`${k8s}/upgrades`);
  await call('DELETE', k8s);
  pass(60);
  const [settled] = (await get('/v2/kubernetes/clusters')).kubernetes_clusters;
  const upgrades = await get(`/v2/kubernetes/clusters/${settled.id}/upgrades`);
  const [next] = upgrades.available_upgrade_versions;
  await call('POST', `/v2/kubernetes/clusters/${settled.id}/upgrade`, { version: next.slug });
  await get(`/v2/kubernetes/clusters/${settled.id}`);

  // Databases
  await get('/v2/databases/options');
  const { database } = await post('/v2/databases', {
    name: 'walk-db',
    engine: 'pg',
    num_nodes: 2,
    size: 'db-s-1vcpu-2gb',
    region: 'nyc3',
    tags: ['walk'],
  });
  const db = `/v2/databases/${database.id}`;
  await get('/v2/databases');
  await get('/v2/databases?tag_name=walk');
  pass(300);
  await get(db);
  await call('PUT', `${db}/resize`, { size: 'db-s-2vcpu-4gb', num_nodes: 2 });
  pass(150);
  await call('PUT', `${db}/firewall`, { rules: [{ type: 'ip_addr', value: '198.51.100.1' }] });
  await get(`${db}/firewall`);
  await get(`${db}/ca`);
  const pooled = {
    name: 'walk-pool',
    mode: 'transaction',
    size: 5,
    db: 'defaultdb',
    user: 'doadmin',
  };
  await post(`${db}/pools`, pooled);
  await crud(`${db}/pools`, `${db}/pools/walk-pool`);
  await call('PUT', `${db}/pools/walk-pool`, { mode: 'session', size: 6, db: 'defaultdb' });
  await call('DELETE', `${db}/pools/walk-pool`);
  await post(`${db}/replicas`, { name: 'walk-copy', tags: ['walk'] });
  await crud(`${db}/replicas`, `${db}/replicas/walk-copy`);
  await call('DELETE', `${db}/replicas/walk-copy`);
  await get(`${db}/backups`);
  await post(`${db}/users`, { name: 'walker' });
  await crud(`${db}/users`, `${db}/users/walker`);
  await call('PUT', `${db}/users/walker`, { settings: { pg_allow_replication: true } });
  await post(`${db}/users/walker/reset_auth`, {});
  await call('DELETE', `${db}/users/walker`);
  await post(`${db}/dbs`, { name: 'walks' });
  await crud(`${db}/dbs`, `${db}/dbs/walks`);
  await call('DELETE', `${db}/dbs/walks`);
  await call('DELETE', db);

  // Apps
  await get('/v2/apps/regions');
  await get('/v2/apps/tiers/instance_sizes');
  await get('/v2/apps/tiers/instance_sizes/apps-s-1vcpu-1gb');
  const spec = {
    name: 'walk',
    services: [
      {
        name: 'web',
        image: { registry_type: 'DOCKER_HUB', repository: 'nginx' },
        envs: [{ key: 'TOKEN', value: 'walk', type: 'SECRET' }],
      },
    ],
  };
  await post('/v2/apps/propose', { spec });
  const { app } = await post('/v2/apps', { spec });
  const home = `/v2/apps/${app.id}`;
  await crud('/v2/apps', home);
  await get(`${home}/deployments/${app.pending_deployment.id}`);
  await get(`${home}/deployments/${app.pending_deployment.id}/logs?type=BUILD`);
  pass(60);
  await get(home);
  pass(80);
  await get(home);
  await get(`${home}/logs?type=RUN`);
  await get(`${home}/health`);
  await get(`${home}/components/web/logs?type=RUN`);
  await get(`${home}/deployments/${app.pending_deployment.id}/components/web/logs?type=BUILD`);
  const { deployment } = await post(`${home}/deployments`, { force_build: true });
  await get(`${home}/deployments`);
  await post(`${home}/deployments/${deployment.id}/cancel`);
  await call('PUT', home, { spec: { ...spec, region: 'fra' } });
  pass(130);
  await get(`${home}/deployments`);
  await call('DELETE', home);

  // Projects
  const { project } = await post('/v2/projects', { name: 'walk', purpose: 'Walking' });
  const it = `/v2/projects/${project.id}`;
  await crud('/v2/projects', it);
  await get('/v2/projects/default');
  await call('PATCH', it, { description: 'a walk' });
  await call('PUT', it, {
    name: 'walked',
    description: '',
    purpose: 'Web Application',
    environment: 'Staging',
    is_default: false,
  });
  await call('PATCH', '/v2/projects/default', { environment: 'Production' });
  const main = (await get('/v2/projects/default')).project;
  await call('PUT', '/v2/projects/default', { ...main, environment: 'Production' });
  await post(`${it}/resources`, { resources: [`do:droplet:${droplet.id}`, 'do:droplet:1'] });
  await get(`${it}/resources`);
  await post('/v2/projects/default/resources', { resources: [`do:droplet:${droplet.id}`] });
  await get('/v2/projects/default/resources');
  await call('DELETE', it);

  // Spaces keys
  const { key: spaces } = await post('/v2/spaces/keys', {
    name: 'walk',
    grants: [{ bucket: 'walks', permission: 'read' }],
  });
  await crud('/v2/spaces/keys', `/v2/spaces/keys/${spaces.access_key}`);
  await call('PUT', `/v2/spaces/keys/${spaces.access_key}`, { name: 'walked' });
  await call('PATCH', `/v2/spaces/keys/${spaces.access_key}`, { name: 'walking' });
  await call('DELETE', `/v2/spaces/keys/${spaces.access_key}`);

  // Money
  await get('/v2/customers/my/balance');
  await get('/v2/customers/my/billing_history');
  const { invoice_preview: invoice } = await get('/v2/customers/my/invoices');
  await get(`/v2/customers/my/invoices/${invoice.invoice_uuid}`);
  await get(`/v2/customers/my/invoices/${invoice.invoice_uuid}/summary`);

  // And away
  await call('DELETE', at);
  await call('DELETE', '/v2/droplets?tag_name=walkers');
  pass(10);
  await call('DELETE', `/v2/vpcs/${vpc.id}`);
  await call('DELETE', `/v2/account/keys/${sshKey.id}`);
  await call('DELETE', `/v2/tags/${tag.name}`);
};
