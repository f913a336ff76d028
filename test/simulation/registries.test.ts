// Container registries: what they hold, their clean-up, their shared plan, and that two roads show the same.
import { describe, expect, it } from 'vitest';
import { createWorld, type Reply } from './world.ts';

const home = '/v2/registries/example-shop';
const web = `${home}/repositories/shop%2Fweb`;
type Named = { readonly [field: string]: string };

const totals = (reply: Reply) => reply.body.meta.total;

describe('the images of a registry', () => {
  it('are shown by repository, tag and manifest, with slashes in names', async () => {
    const { send } = createWorld();
    const { repositories } = (await send('GET', `${home}/repositoriesV2`)).body;
    expect(repositories).toMatchObject([
      { name: 'shop/web', tag_count: 3, manifest_count: 3 },
      { name: 'shop/worker', tag_count: 2, manifest_count: 1 },
    ]);
    expect(repositories[0].latest_manifest.tags).toEqual(['v1.4.0', 'latest']);
    const { tags } = (await send('GET', `${web}/tags`)).body;
    expect(tags.map(({ tag }: Named) => tag)).toEqual(['v1.3.0', 'v1.4.0', 'latest']);
    const { manifests } = (await send('GET', `${web}/digests`)).body;
    expect(manifests.map((it: { tags: string[] }) => it.tags.length)).toEqual([1, 0, 2]);
    expect(totals(await send('GET', `${web}/digests?per_page=1`))).toBe(3);
  });

  it('lose a tag without losing what it stood for, and with a manifest all its tags', async () => {
    const { send } = createWorld();
    expect((await send('DELETE', `${web}/tags/v1.3.0`)).status).toBe(204);
    expect((await send('DELETE', `${web}/tags/v1.3.0`)).status).toBe(404);
    const { manifests } = (await send('GET', `${web}/digests`)).body;
    expect(manifests).toHaveLength(3);
    expect((await send('DELETE', `${web}/digests/${manifests[2].digest}`)).status).toBe(204);
    expect(totals(await send('GET', `${web}/tags`))).toBe(0);
    expect(totals(await send('GET', `${web}/digests`))).toBe(2);
  });

  it('are gone with their repository, as a repository is with its last manifest', async () => {
    const { send } = createWorld();
    expect((await send('DELETE', web)).status).toBe(204);
    const worker = `${home}/repositories/shop%2Fworker`;
    const [{ digest }] = (await send('GET', `${worker}/digests`)).body.manifests;
    await send('DELETE', `${worker}/digests/${digest}`);
    expect(totals(await send('GET', `${home}/repositoriesV2`))).toBe(0);
    expect((await send('GET', `${worker}/tags`)).status).toBe(404);
  });
});

describe('a garbage collection', () => {
  const active = `${home}/garbage-collection`;
  const usage = async (send: ReturnType<typeof createWorld>['send']) =>
    (await send('GET', home)).body.registry.storage_usage_bytes;

  it('frees what no manifest needs any more, which is counted later', async () => {
    const { send, pass } = createWorld();
    const before = await usage(send);
    const [{ digest }] = (await send('GET', `${web}/digests`)).body.manifests;
    await send('DELETE', `${web}/digests/${digest}`);
    pass(700);
    expect(await usage(send)).toBe(before);
    const started = await send('POST', active);
    expect([started.status, started.body.garbage_collection.status]).toEqual([201, 'requested']);
    const seen = [];
    for (const seconds of [10, 900, 30]) {
      pass(seconds);
      seen.push((await send('GET', active)).body.garbage_collection.status);
    }
    expect(seen).toEqual([
      'waiting for write JWTs to expire',
      'scanning manifests',
      'deleting unreferenced blobs',
    ]);
    pass(30);
    expect((await send('GET', active)).status).toBe(404);
    const [over] = (await send('GET', `${home}/garbage-collections`)).body.garbage_collections;
    expect(over).toMatchObject({ status: 'succeeded', blobs_deleted: 1 });
    pass(700);
    expect(await usage(send)).toBe(before - over.freed_bytes);
  });

  it('of untagged manifests takes those away too', async () => {
    const { send, pass } = createWorld();
    await send('POST', active, { type: 'untagged manifests and unreferenced blobs' });
    pass(1_000);
    expect(totals(await send('GET', `${web}/digests`))).toBe(2);
    const [over] = (await send('GET', `${home}/garbage-collections`)).body.garbage_collections;
    expect(over.blobs_deleted).toBe(1);
  });

  it('is alone in its registry and can be stopped', async () => {
    const { send, pass } = createWorld();
    const { uuid } = (await send('POST', active)).body.garbage_collection;
    expect((await send('POST', active)).status).toBe(409);
    expect((await send('PUT', `${active}/another`, { cancel: true })).status).toBe(404);
    const stopping = await send('PUT', `${active}/${uuid}`, { cancel: true });
    expect(stopping.body.garbage_collection.status).toBe('cancelling');
    pass(2_000);
    const { garbage_collections: all } = (await send('GET', `${home}/garbage-collections`)).body;
    expect(all).toMatchObject([{ uuid, status: 'cancelled', blobs_deleted: 0 }]);
    expect((await send('POST', active)).status).toBe(201);
  });

  it('can fail on demand', async () => {
    const { send, pass, simulation } = createWorld();
    simulation.faults.add({ action_errors: 'garbage_collection' });
    await send('POST', active);
    pass(2_000);
    const { garbage_collections: all } = (await send('GET', `${home}/garbage-collections`)).body;
    expect(all[0].status).toBe('failed');
  });
});

describe('the plan of registries', () => {
  it('is shared, billed, and refused where the account has more than it allows', async () => {
    const { send } = createWorld();
    const change = (slug: string) =>
      send('POST', '/v2/registries/subscription', { tier_slug: slug });
    const starter = await change('starter');
    expect([starter.status, starter.body.message]).toEqual([
      412,
      expect.stringContaining('OverRepositoryLimit'),
    ]);
    const { subscription_tiers: plans } = (await send('GET', '/v2/registries/options')).body
      .options;
    expect(plans[0]).toMatchObject({
      slug: 'starter',
      eligible: false,
      eligibility_reasons: ['OverRepositoryLimit'],
    });
    const more = await send('POST', '/v2/registries', { name: 'second' });
    expect([more.status, more.body.message]).toEqual([
      412,
      expect.stringContaining('OverRegistryLimit'),
    ]);
    expect((await change('professional')).body.subscription.tier.slug).toBe('professional');
    const invoice = (await send('GET', '/v2/customers/my/invoices/preview?per_page=200')).body;
    expect(
      invoice.invoice_items
        .filter(({ product }: Named) => product === 'Container Registry')
        .map(({ description }: Named) => description),
    ).toEqual(['Basic plan', 'Professional plan']);
    expect((await send('POST', '/v2/registries', { name: 'second' })).status).toBe(201);
    expect((await change('basic')).status).toBe(412);
  });

  it('ends with the last registry', async () => {
    const { send } = createWorld();
    expect((await send('GET', '/v2/registry/subscription')).status).toBe(200);
    expect((await send('DELETE', home)).status).toBe(204);
    expect((await send('GET', '/v2/registry/subscription')).status).toBe(404);
    expect((await send('GET', home)).status).toBe(404);
  });
});

describe('a registry', () => {
  it.each([
    [{ name: 'example-shop' }, 409],
    [{ name: 'Example' }, 422],
    [{}, 422],
    [{ name: 'free' }, 204],
  ])('may be called %j: %i', async (body, status) => {
    const { send } = createWorld();
    for (const road of ['registries', 'registry']) {
      expect((await send('POST', `/v2/${road}/validate-name`, body)).status).toBe(status);
    }
  });

  it('shows the same by both roads, and several ones only by the present one', async () => {
    const { send } = createWorld();
    const one = (await send('GET', '/v2/registry')).body.registry;
    expect(one).toMatchObject({ name: 'example-shop', subscription: { tier: { slug: 'basic' } } });
    expect((await send('GET', '/v2/registries')).body.registries).toEqual([one]);
    for (const below of ['repositoriesV2', 'repositories/shop%2Fweb/tags', 'garbage-collections']) {
      const [older, present] = [
        (await send('GET', `/v2/registry/example-shop/${below}`)).body,
        (await send('GET', `/v2/registries/example-shop/${below}`)).body,
      ];
      expect(older).toEqual(present);
    }
    const professional = { subscription_tier_slug: 'professional' };
    await send('POST', '/v2/registries', { name: 'second', ...professional });
    expect((await send('GET', '/v2/registry')).status).toBe(412);
    expect((await send('DELETE', '/v2/registry')).status).toBe(412);
  });

  it('gives read credentials to who may read, and such that push only to who may change it', async () => {
    const { send } = createWorld();
    const ask = (query: string, scopes: string) =>
      send('GET', `${home}/docker-credentials${query}`, undefined, `sandbox:${scopes}`);
    const given = await ask('', 'registry:read');
    expect(given.body.auths['registry.digitalocean.com'].auth).toMatch(/^[\w+/]+=*$/);
    expect((await ask('?read_write=true', 'registry:read')).status).toBe(403);
    expect((await ask('?read_write=true', 'registry:read,registry:update')).status).toBe(200);
  });
});
