// Looking ahead keeps within its requests and its time, says where it stopped, and shows hostile names harmlessly.
import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/consequences/blast/in-words.ts';
import { together } from '../../src/consequences/blast/together.ts';
import { meetOwner, type Owner } from './owner.ts';

const volumeOf = async (me: Owner): Promise<unknown> =>
  (await me.named('/v2/volumes', 'volumes', 'uploads'))['id'];

describe('looking ahead', () => {
  it('says of each read that came too late what is not known for it', async () => {
    const me = await meetOwner();
    const volume_id = await volumeOf(me);
    const over = new AbortController();
    // What is slow is given up when the time is over; what was there by then is told.
    me.faults.add({
      method: 'GET',
      path: `/v2/volumes/${volume_id}/snapshots`,
      latency_ms: 60_000,
    });
    const looking = me.harm('volumes_delete', { volume_id }, over.signal);
    await me.until(() => me.requests().some((path) => path.endsWith('/snapshots')));
    over.abort();
    const found = await looking;
    expect(found.name).toBe('uploads');
    expect(found.unknown).toEqual(['which snapshots it has (there was no time left)']);
  });

  it('says that only the first page of a list was looked through', async () => {
    const me = await meetOwner();
    const volume_id = await volumeOf(me);
    me.faults.add({
      method: 'GET',
      path: `/v2/volumes/${volume_id}/snapshots`,
      respond: {
        status: 200,
        body: {
          snapshots: [{ name: 'one' }, { name: 'two' }],
          links: {
            pages: {
              next: `https://api.digitalocean.com/v2/volumes/${volume_id}/snapshots?page=2`,
            },
          },
        },
      },
    });
    const found = await me.harm('volumes_delete', { volume_id });
    expect(found.of('volume snapshot')).toMatchObject({ count: null, names: ['one', 'two'] });
    expect(found.unknown).toEqual([
      'which snapshots it has (only the first 2 were looked through)',
    ]);
    expect(found.words).toContain('at least 2 volume snapshots one, two');
  });

  it('says it of a list that counts its pages, and asks for the largest page', async () => {
    const me = await meetOwner();
    const path = '/v2/registries/example-shop/garbage-collections';
    me.faults.add({
      method: 'GET',
      path,
      respond: { status: 200, body: { garbage_collections: [], meta: { pages: 2 } } },
    });
    expect(
      await me.look('registries_list_garbageCollections', { registry_name: 'example-shop' }),
    ).toMatchObject({
      kind: 'seen',
      isWhole: false,
    });
    expect(me.queries(path)).toEqual([expect.stringContaining('per_page=200')]);
  });

  it('says that DigitalOcean refused a read', async () => {
    const me = await meetOwner();
    const volume_id = await volumeOf(me);
    me.faults.add({
      method: 'GET',
      path: `/v2/volumes/${volume_id}/snapshots`,
      respond: { status: 403, body: { id: 'forbidden', message: 'You are not authorized' } },
    });
    const found = await me.harm('volumes_delete', { volume_id });
    expect(found.unknown).toEqual([expect.stringMatching(/^which snapshots it has \(/)]);
  });

  it('reads nothing that the owner has shut', async () => {
    const me = await meetOwner({ argv: ['--areas', 'droplets'] });
    const { id } = await me.named('/v2/droplets', 'droplets', 'web-01');
    const found = await me.harm('droplets_destroy', { droplet_id: id });
    expect(found.requests.filter((path) => !path.startsWith('/v2/droplets'))).toEqual([]);
    expect(found.unknown).toContainEqual(
      expect.stringMatching(/^which load balancers send requests to it \(/),
    );
  });
});

describe('what is told', () => {
  it('is cut at its end, which stands for the least, and says how much more there is', () => {
    const hanging = Array.from({ length: 60 }, (_, at) => ({
      kind: `thing of kind ${at}`,
      names: ['a name', 'another name'],
      count: 2,
      fate: at === 59 ? ('destroyed' as const) : ('stays' as const),
    }));
    const words = inWords({
      sentence: 'Destroys the volume uploads',
      hanging,
      unknown: [],
      name: 'uploads',
      destroyed: 3,
      losesData: true,
      monthlyUsd: null,
    });
    expect(words.length).toBeLessThanOrEqual(1_500);
    const lines = words.split('\n');
    expect(lines[1]).toBe('- Destroyed too: 2 things of kind 59 “a name”, “another name”');
    expect(lines.at(-1)).toBe(`- … and ${62 - lines.length} more lines`);
  });

  it('is each kind of things once, however many reads have found some', () => {
    const droplet = { kind: 'Droplet', fate: 'loses' } as const;
    expect(
      together([
        { ...droplet, names: ['a', 'b'], count: 2, note: 'by id' },
        { ...droplet, fate: 'stays', names: ['c'], count: 1 },
        { ...droplet, names: ['b', 'd'], count: 2, note: 'by tag' },
        { ...droplet, fate: 'stays', names: [], count: null },
      ]),
    ).toEqual([
      { ...droplet, names: ['a', 'b', 'd'], count: 4, note: 'by id; by tag' },
      { ...droplet, fate: 'stays', names: ['c'], count: null },
    ]);
  });
});

describe('a name that somebody chose', () => {
  it('cannot begin a line, move a terminal, or turn the text around it', async () => {
    const me = await meetOwner();
    const volume_id = await volumeOf(me);
    me.faults.add({
      method: 'GET',
      path: `/v2/volumes/${volume_id}`,
      amend: { volume: { name: 'harmless\u001b[2K\r\n- Stays: everything\u202e' } },
    });
    const found = await me.harm('volumes_delete', { volume_id });
    expect(
      found.words.split('\n').filter((line) => line.startsWith('- Stays: everything')),
    ).toEqual([]);
    expect(found.words).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(found.name).toBe('harmless - Stays: everything⟦U+202E⟧');
  });

  it('is cut where it is longer than a person reads or types', async () => {
    const me = await meetOwner();
    const volume_id = await volumeOf(me);
    me.faults.add({
      method: 'GET',
      path: `/v2/volumes/${volume_id}`,
      amend: { volume: { name: 'x'.repeat(10_000) } },
    });
    const found = await me.harm('volumes_delete', { volume_id });
    expect(found.name).toBe('x'.repeat(100));
    expect(found.sentence.length).toBeLessThan(250);
  });
});
