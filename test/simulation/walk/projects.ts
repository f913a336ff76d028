// Projects and what belongs to them.
import type { Walker } from './walker.ts';

export const walkProjects = async (
  { get, post, call, crud }: Walker,
  droplet: { readonly id: number },
) => {
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
};
