// Droplets: made, changed by actions, found and tagged.
import type { Walker } from './walker.ts';

export const walkDroplets = async (
  { get, post, call, crud, pass }: Walker,
  { sshKey, vpc }: { readonly sshKey: { id: number }; readonly vpc: { id: string } },
) => {
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
  return { droplet, web, at };
};
