// Autoscale pools: made, scaled and ended, once without and once with their Droplets.
import type { Walker } from './walker.ts';

export const walkAutoscalePools = async ({ get, post, call, crud, pass }: Walker) => {
  const home = '/v2/droplets/autoscale';
  const order = {
    name: 'walk-pool',
    config: { min_instances: 2, max_instances: 4, target_cpu_utilization: 0.6 },
    droplet_template: {
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      ssh_keys: [],
      tags: ['walkers'],
    },
  };
  const { autoscale_pool: pool } = await post(home, order);
  const one = `${home}/${pool.id}`;
  await crud(home, one);
  await get(`${one}/members`);
  await get(`${one}/history`);
  pass(30);
  await call('PUT', one, { ...order, config: { target_number_instances: 1 } });
  await get(`${one}/members`);
  pass(30);
  await get(`${one}/history`);
  await call('DELETE', `${one}/dangerous`, undefined, { 'x-dangerous': 'true' });
  const { autoscale_pool: other } = await post(home, { ...order, name: 'walk-other' });
  await get(home);
  await call('DELETE', `${home}/${other.id}`);
  pass(40);
};
