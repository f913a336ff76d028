// Uptime: a check, which the generic behaviours keep, and its state.
import type { Walker } from './walker.ts';

export const walkUptime = async ({ get, post }: Walker) => {
  const order = { name: 'walk', type: 'https', target: 'https://example.com', enabled: true };
  const { check } = await post('/v2/uptime/checks', { ...order, regions: ['us_east', 'eu_west'] });
  await get(`/v2/uptime/checks/${check.id}/state`);
};
