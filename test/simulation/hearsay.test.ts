// What areas hear of each other: a Droplet that goes is let go everywhere, a tag that goes is taken off everything.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const rule = { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 };

describe('a Droplet that is destroyed', () => {
  it('is let go by firewalls, load balancers, volumes, reserved IPs and its project', async () => {
    const { send } = createWorld({ speed: 'instant' });
    const order = { region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };
    const volume = { name: 'v', region: 'nyc3', size_gigabytes: 5 };
    const { id: volumeId } = (await send('POST', '/v2/volumes', volume)).body.volume;
    const { id } = (
      await send('POST', '/v2/droplets', { ...order, name: 'gone', volumes: [volumeId] })
    ).body.droplet;
    const balancer = (
      await send('POST', '/v2/load_balancers', {
        name: 'lb',
        region: 'nyc3',
        forwarding_rules: [rule],
        droplet_ids: [id],
      })
    ).body.load_balancer;
    const inbound = [{ protocol: 'icmp', sources: { addresses: ['0.0.0.0/0'] } }];
    const { firewall } = (
      await send('POST', '/v2/firewalls', {
        name: 'fw',
        droplet_ids: [id],
        inbound_rules: inbound,
      })
    ).body;
    const { ip } = (await send('POST', '/v2/reserved_ips', { droplet_id: id })).body.reserved_ip;
    const [project] = (await send('GET', '/v2/projects')).body.projects;
    const resources = async () =>
      (await send('GET', `/v2/projects/${project.id}/resources?per_page=200`)).body.resources.map(
        ({ urn }: { urn: string }) => urn,
      );
    const read = async (path: string) => (await send('GET', path)).body;
    const holders = async () => [
      (await read(`/v2/load_balancers/${balancer.id}`)).load_balancer.droplet_ids,
      (await read(`/v2/firewalls/${firewall.id}`)).firewall.droplet_ids,
      (await read(`/v2/volumes/${volumeId}`)).volume.droplet_ids,
      (await read(`/v2/reserved_ips/${ip}`)).reserved_ip.droplet?.id ?? null,
      (await resources()).includes(`do:droplet:${id}`),
    ];
    expect(await holders()).toEqual([[id], [id], [id], id, true]);
    expect((await send('DELETE', `/v2/droplets/${id}`)).status).toBe(204);
    expect(await holders()).toEqual([[], [], [], null, false]);
  });
});

describe('a tag', () => {
  const tagged = async () => {
    const world = createWorld({ speed: 'instant' });
    const { send } = world;
    const tags = ['doomed'];
    await send('POST', '/v2/tags', { name: 'doomed' });
    const volume = { name: 'v', region: 'nyc3', size_gigabytes: 5, tags };
    const { id: volumeId } = (await send('POST', '/v2/volumes', volume)).body.volume;
    const copy = { name: 'copy', tags };
    const { snapshot } = (await send('POST', `/v2/volumes/${volumeId}/snapshots`, copy)).body;
    const database = { name: 'tagged-db', engine: 'pg', size: 'db-s-1vcpu-1gb', num_nodes: 1 };
    const { id: databaseId } = (
      await send('POST', '/v2/databases', { ...database, region: 'nyc3', tags })
    ).body.database;
    const balancer = { name: 'lb', region: 'nyc3', forwarding_rules: [rule], tag: 'doomed' };
    const { id: balancerId } = (await send('POST', '/v2/load_balancers', balancer)).body
      .load_balancer;
    const [image] = (await send('GET', '/v2/images?private=true')).body.images;
    const resources = [
      { resource_id: 500000001, resource_type: 'droplet' },
      { resource_id: String(image.id), resource_type: 'image' },
    ];
    expect((await send('POST', '/v2/tags/doomed/resources', { resources })).status).toBe(204);
    const read = async (path: string) => (await send('GET', path)).body;
    return {
      ...world,
      ids: { volumeId, snapshotId: snapshot.id, databaseId, imageId: image.id },
      carried: async () => [
        (await read('/v2/droplets/500000001')).droplet.tags.includes('doomed'),
        (await read(`/v2/images/${image.id}`)).image.tags.includes('doomed'),
        (await read(`/v2/volumes/${volumeId}`)).volume.tags.includes('doomed'),
        (await read(`/v2/snapshots/${snapshot.id}`)).snapshot.tags.includes('doomed'),
        (await read(`/v2/databases/${databaseId}`)).database.tags.includes('doomed'),
        (await read(`/v2/load_balancers/${balancerId}`)).load_balancer.tag === 'doomed',
      ],
    };
  };

  it('that is deleted is taken off everything that carried it', async () => {
    const { send, carried } = await tagged();
    expect(await carried()).toEqual([true, true, true, true, true, true]);
    expect((await send('DELETE', '/v2/tags/doomed')).status).toBe(204);
    expect(await carried()).toEqual([false, false, false, false, false, false]);
  });

  it('is put on and taken off from outside, one thing at a time', async () => {
    const { send, ids, carried } = await tagged();
    const kinds = [
      ['droplet', 500000001],
      ['image', ids.imageId],
      ['volume', ids.volumeId],
      ['volume_snapshot', ids.snapshotId],
    ] as const;
    for (const [at, [resource_type, id]] of kinds.entries()) {
      const resources = [{ resource_id: String(id), resource_type }];
      const all = await carried();
      expect((await send('DELETE', '/v2/tags/doomed/resources', { resources })).status).toBe(204);
      expect(await carried()).toEqual(all.with(at, false));
      expect((await send('POST', '/v2/tags/doomed/resources', { resources })).status).toBe(204);
      expect(await carried()).toEqual(all);
    }
  });

  it('tells how many things of each kind carry it, and the address of the last of them', async () => {
    const { send, ids } = await tagged();
    const base = 'https://api.digitalocean.com/v2';
    const { resources } = (await send('GET', '/v2/tags/doomed')).body.tag;
    expect(resources).toMatchObject({
      count: 5,
      droplets: { count: 1, last_tagged_uri: `${base}/droplets/500000001` },
      images: { count: 1, last_tagged_uri: `${base}/images/${ids.imageId}` },
      volumes: { count: 1, last_tagged_uri: `${base}/volumes/${ids.volumeId}` },
      volume_snapshots: { count: 1, last_tagged_uri: `${base}/snapshots/${ids.snapshotId}` },
      databases: { count: 1, last_tagged_uri: `${base}/databases/${ids.databaseId}` },
    });
    // The image was put under it after everything else.
    expect(resources.last_tagged_uri).toBe(`${base}/images/${ids.imageId}`);
    const again = [{ resource_id: '500000001', resource_type: 'droplet' }];
    await send('POST', '/v2/tags/doomed/resources', { resources: again });
    const later = (await send('GET', '/v2/tags/doomed')).body.tag.resources;
    expect(later.last_tagged_uri).toBe(`${base}/droplets/500000001`);
    await send('POST', '/v2/tags', { name: 'nobody' });
    const unused = (await send('GET', '/v2/tags/nobody')).body.tag.resources;
    expect(unused).not.toHaveProperty('last_tagged_uri');
  });
});
