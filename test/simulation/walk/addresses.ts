// Reserved IPs, also by their old name, and who shares a machine.
import type { Walker } from './walker.ts';

export const walkAddresses = async (
  { get, post, call, crud, pass }: Walker,
  droplet: { readonly id: number },
) => {
  await get(`/v2/droplets/${droplet.id}/neighbors`);
  await get('/v2/reports/droplet_neighbors_ids');

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

  const { reserved_ipv6: six } = await post('/v2/reserved_ipv6', { region_slug: 'nyc3' });
  const v6 = `/v2/reserved_ipv6/${six.ip}`;
  await crud('/v2/reserved_ipv6', v6);
  const { droplet: able } = await post('/v2/droplets', {
    name: 'walk-six',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'debian-12-x64',
    ipv6: true,
  });
  pass(60);
  await post(`${v6}/actions`, { type: 'assign', droplet_id: able.id });
  pass(10);
  await get(v6);
  await post(`${v6}/actions`, { type: 'unassign' });
  pass(10);
  await call('DELETE', v6);
  await call('DELETE', `/v2/droplets/${able.id}`);
  pass(10);
};
