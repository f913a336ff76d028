// Checks how a schema is narrowed to what a grant can use.
import { describe, expect, it } from 'vitest';
import { buildTools } from '../../tools/tool/build-tools.ts';
import { narrow, type Withheld } from '../../tools/tool/narrow.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';

const tools = buildTools(catalogue);

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const withheld = (
  names: readonly string[],
  values: Readonly<Record<string, readonly unknown[]>> = {},
): Withheld => ({
  arguments: new Set(names),
  values: new Map(Object.entries(values).map(([name, gone]) => [name, new Set(gone)])),
});

describe('narrowing a schema', () => {
  it('takes arguments and values away', () => {
    const schema = narrow(
      named('droplet_actions_post'),
      withheld(['image'], { type: ['rebuild', 'restore'] }),
    );
    expect(Object.keys(schema.properties)).not.toContain('image');
    expect(schema.properties['type']?.enum).toContain('reboot');
    expect(schema.properties['type']?.enum).not.toContain('rebuild');
    expect(schema.required).toEqual(['droplet_id', 'type']);
  });

  it('reaches into lists and objects', () => {
    const schema = narrow(
      named('firewalls_update'),
      withheld(['inbound_rules.sources.load_balancer_uids']),
    );
    const sources =
      schema.properties['inbound_rules']?.items?.properties?.['sources']?.properties ?? {};
    expect(Object.keys(sources)).toEqual(['addresses', 'droplet_ids', 'kubernetes_ids', 'tags']);
    const destinations =
      schema.properties['outbound_rules']?.items?.properties?.['destinations']?.properties ?? {};
    expect(Object.keys(destinations)).toContain('load_balancer_uids');
  });

  it('leaves out a switch of which only one position may be used', () => {
    const tool = named('registries_get_docker_credentials');
    expect(Object.keys(tool.inputSchema.properties)).toContain('read_write');
    const schema = narrow(tool, withheld([], { read_write: [true] }));
    expect(Object.keys(schema.properties)).not.toContain('read_write');
    expect(Object.keys(schema.properties)).toContain('expiry_seconds');
  });

  it('never requires what it took away', () => {
    const schema = narrow(named('droplets_create'), withheld(['image']));
    expect(schema.required).toEqual(['size']);
  });

  it('leaves the tool itself as it is', () => {
    const tool = named('droplets_create');
    const before = JSON.stringify(tool.inputSchema);
    narrow(tool, withheld(['tags', 'ssh_keys']));
    expect(JSON.stringify(tool.inputSchema)).toBe(before);
  });

  it('gives back the very schema when nothing is withheld', () => {
    const tool = named('droplets_create');
    expect(narrow(tool, withheld([]))).toBe(tool.inputSchema);
  });
});
