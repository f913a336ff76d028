// The commands that print: what they say about tools and scopes.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { helpText } from '../../src/commands/help.ts';
import { printLeastScopes, printRequirements } from '../../src/commands/scopes.ts';
import { printTools } from '../../src/commands/tools.ts';
import { options } from '../../src/configuration/options/options.ts';
import { Guard } from '../../src/guard/guard.ts';
import { tools } from '../agent.ts';

const named = (...names: string[]) => tools.filter((tool) => names.includes(tool.name));

const guard = new Guard(
  {
    areas: new Set(['droplets', 'domains']),
    areasNamed: true,
    named: new Set(),
    added: new Set(),
    leftOut: new Set(['domains_get']),
    readOnly: false,
    allowSecrets: false,
  },
  {
    kind: 'known',
    scopes: new Set(['droplet:read', 'domain:read']),
    source: 'declared',
    expiresAt: null,
  },
);

describe('do-mcp tools', () => {
  it('lists what the token unlocks', () => {
    const text = printTools(tools, guard, 'dop_v1_…abcd', { all: false, json: false });
    expect(text).toMatch(/^\d+ of 81 tools for dop_v1_…abcd: 2 scopes\n/);
    expect(text).toContain('droplets_list');
    expect(text).not.toContain('droplets_create');
  });

  it('says with --all why the others are hidden', () => {
    const lines = JSON.parse(printTools(tools, guard, '', { all: true, json: true })) as Record<
      string,
      unknown
    >[];
    expect(lines).toHaveLength(tools.length);
    const line = (name: string) => lines.find((one) => one['name'] === name);
    expect(line('droplets_create')).toMatchObject({
      available: false,
      missing_scopes: ['droplet:create'],
    });
    expect(line('domains_get')).toMatchObject({
      available: false,
      reason: expect.stringContaining('left out'),
    });
    expect(line('regions_list')).toMatchObject({
      available: false,
      reason: expect.stringContaining('area'),
    });
  });
});

describe('do-mcp scopes', () => {
  it('adds everything that a scope requires, and chooses the cheapest alternative', () => {
    const { scopes } = JSON.parse(printLeastScopes(named('droplets_create'), true)) as {
      scopes: string[];
    };
    expect(scopes).toEqual(
      expect.arrayContaining([
        'droplet:create',
        'droplet:read',
        'regions:read',
        'sizes:read',
        'actions:read',
      ]),
    );
    const records = JSON.parse(
      printLeastScopes(named('domains_create_record', 'domains_update_record'), true),
    ) as { scopes: string[] };
    expect(records.scopes).toContain('domain:update');
    expect(records.scopes).not.toContain('domain:create');
  });

  it('never recommends an account-wide scope', () => {
    const { scopes } = JSON.parse(printLeastScopes(tools, true)) as { scopes: string[] };
    expect(scopes.filter((scope) => scope.startsWith('api:'))).toEqual([]);
  });

  it('tells what more some arguments need', () => {
    expect(printLeastScopes(named('droplet_actions_post'), false)).toMatch(
      /image:create +droplet_actions_post with type snapshot/,
    );
  });

  it('without a choice says what each tool needs', () => {
    expect(printRequirements(named('domains_create_record'), false)).toBe(
      'domains_create_record  domain:create  or  domain:update',
    );
  });
});

describe('do-mcp --help', () => {
  it('names every option', () => {
    const text = helpText('1.2.3', commands);
    for (const option of Object.values(options))
      if ('flag' in option) expect(text).toContain(`--${option.flag}`);
  });
});
