// Looking ahead keeps within its requests and its time, says where it stopped, and shows hostile names harmlessly.
import { describe, expect, it } from 'vitest';
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
