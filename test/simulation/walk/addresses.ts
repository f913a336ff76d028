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
};
