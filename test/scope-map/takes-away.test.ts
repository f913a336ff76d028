// The same damage without a delete: what a replacement leaves out and what a change overwrites counts as destroying.
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import { consequenceOf } from '../../src/guard/effect.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import type { Arguments } from '../../tools/tool/tool.ts';

const tools = buildTools(await loadCatalogue());

const consequence = (name: string, given: Arguments) => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return consequenceOf(tool, given);
};

const whole = {
  firewall_id: 'x',
  name: 'web',
  droplet_ids: [1],
  tags: ['web'],
  inbound_rules: [{ protocol: 'icmp', sources: { addresses: ['0.0.0.0/0'] } }],
  outbound_rules: [{ protocol: 'icmp', destinations: { addresses: ['0.0.0.0/0'] } }],
};

describe('replacing a firewall', () => {
  it('with everything that it may have only writes', () => {
    expect(consequence('firewalls_update', whole)).toMatchObject({ effect: 'write', why: [] });
  });

  it.each(['droplet_ids', 'tags', 'inbound_rules', 'outbound_rules'])(
    'without %s, or with it empty, takes away what is there, and says what',
    (name) => {
      for (const given of [undefined, null, []]) {
        const { effect, why } = consequence('firewalls_update', { ...whole, [name]: given });
        expect(effect).toBe('destroy');
        expect(why).toEqual([expect.stringMatching(/^firewalls_update takes .+/)]);
      }
    },
  );
});

describe.each(['domains_update_record', 'domains_patch_record'])('%s', (name) => {
  const record = { domain_name: 'example.com', domain_record_id: 1, type: 'A' };

  it('overwrites the data or the name that it gives', () => {
    for (const given of [{ data: '198.51.100.1' }, { name: 'www' }]) {
      const { effect, why } = consequence(name, { ...record, ...given });
      expect(effect).toBe('destroy');
      expect(why).toEqual([expect.stringContaining('replaces')]);
    }
  });

  it('only writes where it gives neither', () => {
    expect(consequence(name, { ...record, ttl: 300 })).toMatchObject({ effect: 'write' });
  });
});

describe('every condition that destroys', () => {
  const losing = tools.flatMap(({ name, endpoint }) =>
    (endpoint.conditions ?? [])
      .filter(({ effect }) => effect === 'destroy')
      .map(({ when, loses }) => [name, when.argument, loses] as const),
  );

  it.each(losing)('of %s by %s says what is lost', (_name, _argument, loses) => {
    expect(loses).toMatch(/^(takes|replaces|overwrites) .+[^.]$/);
  });
});
