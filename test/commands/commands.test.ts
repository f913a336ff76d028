// The commands that print: what they say about scopes, and the help.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { helpText } from '../../src/commands/help.ts';
import { printLeastScopes, printRequirements } from '../../src/commands/scopes.ts';
import { options } from '../../src/configuration/options/options.ts';
import { tools } from '../agent.ts';

const named = (...names: string[]) => tools.filter((tool) => names.includes(tool.name));

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
