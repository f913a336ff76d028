// Droplets with what they would leave behind.
import type { Walker } from './walker.ts';

export const walkLeftovers = async ({ get, post, call, pass }: Walker) => {
  const begin = async (name: string) => {
    const { droplet } = await post('/v2/droplets', {
      name,
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      backups: true,
    });
    pass(60);
    await post('/v2/reserved_ips', { droplet_id: droplet.id });
    pass(10);
    return `/v2/droplets/${droplet.id}`;
  };
  const at = await begin('walk-out');
  await get(`${at}/backups/policy`);
  await get('/v2/droplets/backups/policies');
  await get('/v2/droplets/backups/supported_policies');
  const path = `${at}/destroy_with_associated_resources`;
  await get(path);
  await call('POST', '/_simulation/faults', { action_errors: 'destroy_associated' });
  await call('DELETE', `${path}/dangerous`, undefined, { 'x-dangerous': 'true' });
  pass(20);
  await get(`${path}/status`);
  await post(`${path}/retry`);
  pass(20);
  const other = await begin('walk-off');
  await call('DELETE', `${other}/destroy_with_associated_resources/selective`, {});
  pass(20);
  const { reserved_ips: left } = await get('/v2/reserved_ips');
  for (const { ip, droplet } of left) {
    if (droplet === null) await call('DELETE', `/v2/reserved_ips/${ip}`);
  }
};
