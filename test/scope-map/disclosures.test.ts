// What a call gives away is told by the call and its arguments, and is what is secret and nothing else.
import { describe, expect, it } from 'vitest';
import { disclosureOf } from '../../src/guard/disclosure.ts';
import { toolNamed, tools } from '../agent.ts';

describe('what a call gives away', () => {
  it.each([
    ['kubernetes_get_kubeconfig', {}, 'credential'],
    ['kubernetes_get_kubeconfig', { type: 'token' }, 'credential'],
    ['kubernetes_get_kubeconfig', { type: 'sso' }, 'nothing'],
    ['databases_get_cluster', {}, 'credential'],
    ['databases_get_cluster', { fields: ['name', 'status'] }, 'nothing'],
    ['databases_get_cluster', { fields: ['connection'] }, 'credential'],
    ['databases_list_clusters', {}, 'credential'],
    ['droplets_get', {}, 'nothing'],
  ])('%s with %j: %s', (name, given, discloses) => {
    expect(disclosureOf(toolNamed(name), given)).toBe(discloses);
  });

  it('never counts the name of a user as a secret', () => {
    const places = tools.flatMap(({ endpoint }) => endpoint.discloses?.fields ?? []);
    expect(places.filter((place) => /(^|\.)(user|username|name)$/.test(place))).toEqual([]);
  });

  it('leaves the environment of an app to be judged setting by setting', () => {
    for (const { endpoint } of tools.filter((tool) => tool.endpoint.area === 'apps')) {
      // A spec may stand anywhere in an answer; webhooks and consoles have one place and no settings.
      if (!endpoint.discloses?.fields.some((place) => place.startsWith('**.'))) continue;
      expect(endpoint.discloses.settings).toEqual(['**.envs']);
      expect(endpoint.discloses.fields.filter((place) => place.includes('envs'))).toEqual([]);
    }
  });
});
