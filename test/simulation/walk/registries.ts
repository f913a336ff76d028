// Container registries: what one holds, its clean-up, its plan and credentials, by both roads.
import type { Walker } from './walker.ts';

/** Takes the account's only registry away and makes others. */
export const walkRegistries = async ({ get, post, call, crud, pass }: Walker) => {
  const [{ name }] = (await get('/v2/registries')).registries;
  await get('/v2/registry');
  for (const home of ['/v2/registries', '/v2/registry']) {
    const one = `${home}/${name}`;
    await get(`${home}/options`);
    await get(`${home}/subscription`);
    await post(`${home}/subscription`, { tier_slug: 'professional' });
    await post(`${home}/validate-name`, { name: 'walk-free' });
    await get(`${one}/repositoriesV2`);
    const repository = `${one}/repositories/shop%2Fweb`;
    const [{ tag }] = (await get(`${repository}/tags`)).tags;
    await call('DELETE', `${repository}/tags/${tag}`);
    const [{ digest }] = (await get(`${repository}/digests`)).manifests;
    await call('DELETE', `${repository}/digests/${digest}`);
    await post(`${one}/garbage-collection`, {});
    const { garbage_collection: running } = await get(`${one}/garbage-collection`);
    await call('PUT', `${one}/garbage-collection/${running.uuid}`, { cancel: true });
    pass(20);
    await get(`${one}/garbage-collections`);
  }
  await get('/v2/registry/docker-credentials');
  await get(`/v2/registries/${name}/docker-credentials?read_write=true`);
  await get(`/v2/registry/${name}/repositories`);
  await call('DELETE', `/v2/registries/${name}/repositories/shop%2Fworker`);
  await call('DELETE', '/v2/registry');
  await post('/v2/registry', { name: 'walk-one', subscription_tier_slug: 'professional' });
  await post('/v2/registries', { name: 'walk-two', region: 'fra1' });
  await crud('/v2/registries', '/v2/registries/walk-two');
  await call('DELETE', '/v2/registries/walk-two');
  await call('DELETE', '/v2/registries/walk-one');
};
