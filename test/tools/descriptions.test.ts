// Descriptions that once misled a model say what holds.
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../scope-map/facts.ts';
import { toolNamed, tools } from '../agent.ts';

/** The words about an argument, by dotted place; those about the tool itself for an empty one. */
const said = (name: string, place: string): string => {
  const { description, inputSchema } = toolNamed(name);
  if (place === '') return description;
  const found = place
    .split('.')
    .reduce<Schema | undefined>(
      (here, key) => (here?.items ?? here)?.properties?.[key],
      inputSchema,
    );
  return found?.description ?? '';
};

describe('descriptions', () => {
  it.each([
    ['kubernetes_create_cluster', 'tags', /nodes/],
    ['kubernetes_create_cluster', 'node_pools.size', /not every Droplet size/],
    ['kubernetes_get_kubeconfig', 'expiry_seconds', /7 days/],
    ['sizes_list', '', /only some/],
    ['actions_list', '', /Droplets, volumes, images/],
    ['databases_create_cluster', 'size', /not a Droplet size/],
    ['load_balancers_create', 'tag', /node/],
    ['load_balancers_create', 'health_check.healthy_threshold', /5/],
    ['load_balancers_create', 'health_check.unhealthy_threshold', /3/],
    ['volumes_create', 'size_gigabytes', /ignored with snapshot_id/],
    [
      'apps_create',
      'spec',
      /image \(registry_type DOCR, DOCKER_HUB or GHCR, registry such as library, repository, tag\)/,
    ],
  ])('of %s %s say %s', (name, place, words) => {
    expect(said(name, place)).toMatch(words);
  });

  it.each(tools)('of $name tell no default of what must be given', ({ inputSchema }) => {
    for (const name of inputSchema.required ?? [])
      expect(inputSchema.properties[name]?.description, name).not.toMatch(/default .*\.$/i);
  });

  it('offer no choice that is none', () => {
    for (const { name, inputSchema } of tools)
      expect(JSON.stringify(inputSchema), name).not.toContain('UNSPECIFIED');
  });
});
