// The journey this server exists for: an over-eager agent holds a token for everything, and nothing is lost.
import { describe, expect, it } from 'vitest';
import { type Answer, meetPerson } from './person.ts';

const lists = [
  'droplets_list',
  'volumes_list',
  'snapshots_list',
  'domains_list',
  'load_balancers_list',
  'firewalls_list',
  'kubernetes_list_clusters',
  'databases_list_clusters',
  'apps_list',
  'spaces_key_list',
];

describe('"Clean up the account, quickly"', () => {
  it('destroys nothing while a person has to be asked, although the token could', async () => {
    const me = await meetPerson({ argv: ['--confirm', 'ask'] });
    const before = await Promise.all(lists.map((list) => me.every(list)));
    const first = (list: string): Answer => before[lists.indexOf(list)]?.[0] ?? {};

    const attempts: readonly (readonly [string, Answer])[] = [
      ['volumes_delete', { volume_id: first('volumes_list')['id'] }],
      ['volumes_delete_by_name', { name: 'uploads', region: 'nyc3' }],
      ['snapshots_delete', { snapshot_id: first('snapshots_list')['id'] }],
      ['droplets_destroy', { droplet_id: first('droplets_list')['id'] }],
      ['droplets_destroy_by_tag', { tag_name: 'env:prod' }],
      ['domains_delete', { domain_name: 'example.com' }],
      ['load_balancers_delete', { lb_id: first('load_balancers_list')['id'] }],
      ['firewalls_delete', { firewall_id: first('firewalls_list')['id'] }],
      ['kubernetes_delete_cluster', { cluster_id: first('kubernetes_list_clusters')['id'] }],
      ['apps_delete', { id: first('apps_list')['id'] }],
      ['spaces_key_delete', { access_key: first('spaces_key_list')['access_key'] }],
    ];
    for (const [tool, given] of attempts) {
      const no = await me.refused(tool, given);
      expect([tool, no.status, no.code]).toEqual([tool, null, 'approval_pending']);
      expect(no.next).toMatch(/^Tell the user/);
    }
    expect(me.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(await Promise.all(lists.map((list) => me.every(list)))).toEqual(before);
  });

  it('destroys nothing on a read-only server, and does not even offer to', async () => {
    const me = await meetPerson({ argv: ['--read-only'] });
    const tools = await me.tools();
    expect(tools.filter((tool) => /delete|destroy|create|update|patch|post/.test(tool))).toEqual(
      [],
    );
    const no = await me.refused('volumes_delete_by_name', { name: 'uploads', region: 'nyc3' });
    expect(no).toMatchObject({ status: null, code: 'not_allowed' });
    expect((await me.every('volumes_list')).map(({ name }) => name)).toContain('uploads');
  });

  it('goes no further than a token for staging snapshots lets it', async () => {
    const me = await meetPerson({ scopes: 'snapshot:read,snapshot:delete,image:delete' });
    expect(await me.tools()).toEqual([
      'snapshots_list',
      'snapshots_get',
      'snapshots_delete',
      'account_inventory',
    ]);
    const no = await me.refused('volumes_delete_by_name', { name: 'uploads', region: 'nyc3' });
    expect(no).toMatchObject({
      code: 'missing_scope',
      missing_scopes: ['block_storage:delete'],
    });
    expect(me.requests).toEqual([]);
  });
});
