// Ways past a policy that somebody might look for: by a name instead of an id, by a template, by what is made inside.
import { describe, expect, it } from 'vitest';
import { ruledCall } from '../../src/guard/ruled-call.ts';
import { inForce } from '../../src/policy/in-force.ts';
import { policyIn } from '../../src/policy/policy.ts';
import { policyShape } from '../../src/policy/shape.ts';
import { toolNamed } from '../agent.ts';

/** What a policy says of a call of which nothing could be read. */
const said = (written: object, tool: string, given: Record<string, unknown>): string => {
  const policy = policyIn(policyShape.parse(written), 'a');
  if (!policy) throw new Error('this is no policy');
  const call = ruledCall(
    { tool: toolNamed(tool), given },
    { allowSecrets: false, readOnly: false },
  );
  return inForce([policy]).rule({ ...call, found: { things: new Map(), filters: true } }).answer;
};

const kept = (resources: object, areas?: readonly string[]) => ({
  rules: [{ decision: 'allow' }, { resources, ...(areas && { areas }), decision: 'deny' }],
});
const given = (resources: object, areas?: readonly string[]) => ({
  grants: [{ resources, ...(areas && { areas }) }],
  rules: [{ decision: 'allow' }],
});

const attach = {
  type: 'attach',
  volume_name: 'uploads',
  region: 'nyc3',
  droplet_id: 1,
  tags: ['staging'],
};
const removal = { name: 'uploads', region: 'nyc3' };
const template = { name: 'p', region: 'nyc3', size: 'g-8vcpu', tags: ['env:prod'] };
const pool = { name: 'pool', config: {}, droplet_template: template };
const cluster = (more: object) => ({
  name: 'c',
  region: 'fra1',
  version: '1',
  node_pools: [{ name: 'n', count: 1, size: 'g-8vcpu', ...more }],
});
const restored = {
  name: 'dev-copy',
  engine: 'pg',
  backup_restore: { database_name: 'prod-db' },
};

describe('what a rule keeps from everybody', () => {
  it.each<[string, object, string, Record<string, unknown>]>([
    [
      'a volume deleted by its name',
      kept({ names: ['uploads'] }),
      'volumes_delete_by_name',
      removal,
    ],
    [
      'a volume with a tag, deleted by its name',
      kept({ tags: ['keep'] }),
      'volumes_delete_by_name',
      removal,
    ],
    ['a volume attached by its name', kept({ names: ['uploads'] }), 'volume_actions_post', attach],
    [
      'the registry, which has no id',
      kept({ names: ['prod'] }, ['registry']),
      'registry_delete',
      {},
    ],
    [
      'the default project, renamed',
      kept({ names: ['home'] }, ['projects']),
      'projects_patch_default',
      { name: 'x' },
    ],
    ['a size in a template', kept({ sizes: ['g-*'] }), 'autoscalepools_create', pool],
    ['a region in a template', kept({ regions: ['nyc*'] }), 'autoscalepools_create', pool],
    ['a tag in a template', kept({ tags: ['env:prod'] }), 'autoscalepools_create', pool],
    ['a size of nodes', kept({ sizes: ['g-*'] }), 'kubernetes_create_cluster', cluster({})],
    [
      'a tag of nodes',
      kept({ tags: ['env:*'] }),
      'kubernetes_create_cluster',
      cluster({ tags: ['env:prod'] }),
    ],
    [
      'a cluster named in a list',
      kept({ names: ['prod'] }, ['kubernetes']),
      'one_clicks_install_kubernetes',
      { addon_slugs: ['x'], cluster_uuid: 'c-1' },
    ],
    [
      'a database whose backup is read',
      kept({ names: ['prod-*'] }, ['databases']),
      'databases_create_cluster',
      restored,
    ],
    [
      'a network by another name',
      kept({ names: ['prod-net'] }, ['vpcs']),
      'databases_create_cluster',
      { name: 'a', private_network_uuid: 'v' },
    ],
  ])('%s', (_, policy, tool, call) => {
    expect(said(policy, tool, call)).toBe('deny');
  });

  it('keeps nothing else', () => {
    expect(said(kept({ names: ['keep'] }), 'volumes_delete_by_name', removal)).toBe('allow');
    expect(said(kept({ sizes: ['m-*'] }), 'autoscalepools_create', pool)).toBe('allow');
  });
});

describe('what nobody was given', () => {
  it.each<[string, object, string, Record<string, unknown>]>([
    [
      'a volume by its name, with a tag that is given',
      given({ tags: ['staging'] }),
      'volume_actions_post',
      attach,
    ],
    ['a volume by its name', given({ names: ['dev-*'] }), 'volumes_delete_by_name', removal],
    ['a tag in a template', given({ tags: ['staging'] }), 'autoscalepools_create', pool],
    [
      'a tag of nodes',
      given({ tags: ['staging'] }),
      'kubernetes_create_cluster',
      { ...cluster({ tags: ['env:prod'] }), tags: ['staging'] },
    ],
    [
      'a database whose backup is read',
      given({ names: ['dev-*'] }, ['databases']),
      'databases_create_cluster',
      restored,
    ],
    [
      'the default project',
      given({ names: ['dev-*'] }, ['projects']),
      'projects_patch_default',
      { name: 'dev-1' },
    ],
  ])('%s', (_, policy, tool, call) => {
    expect(said(policy, tool, call)).toBe('deny');
  });
});
