// Journeys about Droplets: choosing, creating, finding and removing them.
import { describe, expect, it } from 'vitest';
import { type Answer, meetPerson, numberAt, objectsAt, textAt } from './person.ts';

const small = { size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64', region: 'nyc3' };

describe.each(['old', 'new'] as const)(
  'Droplets, asked for by a client of the %s generation',
  (generation) => {
    it('"Set up two cheap servers in New York that my laptop can log in to"', async () => {
      const me = await meetPerson({ generation });
      const regions = await me.every('regions_list', { fields: ['slug', 'name', 'available'] });
      expect(regions).toContainEqual({ slug: 'nyc3', name: 'New York 3', available: true });
      const sizes = await me.every('sizes_list', {
        max_items: 200,
        fields: ['slug', 'price_monthly', 'memory'],
      });
      const affordable = sizes
        .filter(({ memory }) => Number(memory) >= 1024)
        .sort((one, other) => Number(one['price_monthly']) - Number(other['price_monthly']));
      const size = textAt(affordable[0] ?? {}, 'slug');
      expect(size).toBe('s-1vcpu-1gb');
      const images = await me.every('images_list', { type: 'distribution', fields: ['slug'] });
      expect(images).toContainEqual({ slug: 'ubuntu-24-04-x64' });
      const key = await me.named('ssh_keys_list', 'laptop');
      expect(await me.ask('ssh_keys_get', { ssh_key_identifier: String(key['id']) })).toMatchObject(
        {
          fingerprint: key['fingerprint'],
        },
      );

      const heard: string[] = [];
      const made = await me.ask(
        'droplets_create',
        {
          names: ['shop-01', 'shop-02'],
          region: 'nyc3',
          size,
          image: 'ubuntu-24-04-x64',
          ssh_keys: [key['id']],
          tags: ['shop'],
          monitoring: true,
          wait_seconds: 45,
        },
        { hear: (message) => heard.push(message) },
      );
      expect(made).toMatchObject({ account: 'Sandbox Team' });
      expect(objectsAt(made, 'actions').map(({ status }) => status)).toEqual([
        'completed',
        'completed',
      ]);
      expect(heard.length).toBeGreaterThan(0);
      expect(heard[0]).toMatch(/^The Droplet is not finished after 0 seconds; it usually takes/);
      expect(heard.at(-1)).toMatch(/^The Droplet is in-progress after 1\d seconds/);

      const shop = await me.every('droplets_list', { tag_name: 'shop' });
      expect(shop).toEqual(
        ['shop-01', 'shop-02'].map((name) =>
          expect.objectContaining({ name, status: 'active', size_slug: size, tags: ['shop'] }),
        ),
      );
      const [one] = await me.every('droplets_list', { name: 'SHOP-01' });
      const droplet = await me.ask('droplets_get', { droplet_id: one?.['id'] });
      expect(objectsAt(droplet, 'networks.v4').map(({ type }) => type)).toEqual([
        'private',
        'public',
      ]);
      expect(droplet['features']).toContain('monitoring');
      const network = await me.ask('vpcs_get', { vpc_id: droplet['vpc_uuid'] });
      expect(network).toMatchObject({ region: 'nyc3', default: true });
      expect(await me.every('vpcs_list', { fields: ['id'] })).toContainEqual({ id: network['id'] });
      expect(await me.every('droplets_list_firewalls', { droplet_id: one?.['id'] })).toEqual([]);
    });

    it('"Destroy the jobs server, but keep its data"', async () => {
      const me = await meetPerson({ generation });
      const jobs = await me.named('droplets_list', 'jobs-01');
      const { id } = jobs;
      const volume = await me.named('volumes_list', 'uploads');
      expect(volume['droplet_ids']).toEqual([id]);
      expect((await me.named('firewalls_list', 'jobs-firewall'))['droplet_ids']).toEqual([id]);

      const gone = await me.ask('droplets_destroy', { droplet_id: id, wait_seconds: 45 });
      expect(gone).toMatchObject({ deleted: true, id });
      // Nothing is left to follow.
      expect(gone).not.toHaveProperty('next');

      expect(await me.ask('volumes_get', { volume_id: volume['id'] })).toMatchObject({
        name: 'uploads',
        size_gigabytes: 100,
        droplet_ids: [],
      });
      expect((await me.named('firewalls_list', 'jobs-firewall'))['droplet_ids']).toEqual([]);
      expect((await me.every('snapshots_list')).map(({ name }) => name)).toContain(
        'uploads-weekly',
      );
      // An id may also come as text, as models often send it.
      const lookup = await me.refused('droplets_get', { droplet_id: String(id) });
      expect(lookup).toMatchObject({ status: 404, code: 'not_found' });
      expect(lookup.next).toContain('droplets_list');
    });
  },
);

describe('Droplets', () => {
  it('"Throw away everything that is tagged staging"', async () => {
    const me = await meetPerson();
    await me.ask('droplets_create', { ...small, name: 'staging-02', tags: ['staging'] });
    await me.pass(60);
    const doomed = await me.every('droplets_list', { tag_name: 'staging', fields: ['name'] });
    expect(doomed).toEqual([{ name: 'staging-01' }, { name: 'staging-02' }]);
    const total = numberAt(await me.ask('droplets_list'), 'total');

    const nobody = await me.refused('droplets_destroy_by_tag', { tag_name: 'stagin' });
    expect(nobody).toMatchObject({ status: 404 });
    expect(nobody.next).toContain('droplets_list');
    expect(await me.ask('droplets_destroy_by_tag', { tag_name: 'staging' })).toMatchObject({
      deleted: true,
      id: 'staging',
    });
    await me.pass(60);
    expect(await me.every('droplets_list', { tag_name: 'staging' })).toEqual([]);
    expect(await me.ask('droplets_list')).toMatchObject({ total: total - 2 });
  });

  it('"Create a server" when the answer gets lost: nothing is made twice', async () => {
    const me = await meetPerson();
    me.faults.add({ method: 'POST', path: '/v2/droplets', lose_answer: true });
    const lost = await me.refused('droplets_create', { ...small, name: 'lonely' });
    expect(lost).toMatchObject({ status: null, code: 'outcome_unknown' });
    expect(lost.next).toContain('droplets_list');
    expect(await me.every('droplets_list', { name: 'lonely' })).toHaveLength(1);
    expect(me.requests.filter((request) => request === 'POST /v2/droplets')).toHaveLength(1);
  });

  it('"Create a server" on a bad day: an outage and a full minute are sat out', async () => {
    const me = await meetPerson();
    me.faults.add({
      method: 'POST',
      path: '/v2/droplets',
      respond: {
        status: 429,
        body: { id: 'too_many_requests', message: 'API rate limit exceeded.' },
        headers: { 'retry-after': '7' },
      },
    });
    me.faults.add({ path: '/v2/actions/*', times: 2, respond: { status: 503 } });
    const made = await me.ask('droplets_create', { ...small, name: 'stormy', wait_seconds: 45 });
    expect(made).toMatchObject({
      name: 'stormy',
      status: 'active',
      action: { status: 'completed' },
    });
    expect(await me.every('droplets_list', { name: 'stormy' })).toHaveLength(1);
  });

  it.each<[string, Answer, RegExp]>([
    ['an unknown size', { ...small, name: 'a', size: 's-99vcpu' }, /invalid size/],
    ['an unknown image', { ...small, name: 'a', image: 'ubuntu-1' }, /invalid image/],
    ['a closed region', { ...small, name: 'a', region: 'nyc2' }, /no new Droplets/],
    ['a stranger in ssh_keys', { ...small, name: 'a', ssh_keys: [1] }, /not a valid SSH key/],
  ])('"Create a server" with %s is refused with the reason', async (_, given, reason) => {
    const me = await meetPerson();
    const no = await me.refused('droplets_create', given);
    expect(no.status).toBe(422);
    expect(no.message).toMatch(reason);
    expect(await me.every('droplets_list', { name: 'a' })).toEqual([]);
  });

  it('"Create a server" without a name, or with a wrong word, costs no request', async () => {
    const me = await meetPerson();
    const nameless = await me.refused('droplets_create', small);
    expect(nameless).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(nameless.message).toMatch(/name/);
    const mistyped = await me.refused('droplets_create', { ...small, name: 'a', ssh_key: [1] });
    expect(mistyped.message).toContain('ssh_keys');
    expect(me.requests).toEqual([]);
  });

  it('"Create a server" with a token that may not use images says which scope is needed', async () => {
    const me = await meetPerson({ scopes: 'droplet:create,droplet:read' });
    const no = await me.refused('droplets_create', { ...small, name: 'a' });
    expect(no).toMatchObject({ status: 403, code: 'forbidden', missing_scopes: ['image:read'] });
    const tagged = await me.refused('droplets_create', { ...small, name: 'a', tags: ['web'] });
    expect(tagged).toMatchObject({ status: null, code: 'missing_scope' });
    expect(tagged.missing_scopes).toContain('tag:create');
    expect(await me.every('droplets_list', { name: 'a' })).toEqual([]);
  });
});
