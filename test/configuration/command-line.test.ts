// The command line: what is understood, and how mistakes are answered.
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';

const names = new Map([
  ['droplets_list', 'droplets_list'],
  ['droplets_create', 'droplets_create'],
]);

const settings = (argv: readonly string[], environment: Record<string, string> = {}) =>
  readSettings(valuesOf(parseCommandLine(argv).given, environment), environment, names);

describe('the command line', () => {
  it('lets a flag win over its variable', () => {
    expect(settings(['--areas', 'domains'], { DO_MCP_AREAS: 'droplets' }).selection.areas).toEqual(
      new Set(['domains']),
    );
  });

  it('reads flags from variables, and nothing as off', () => {
    expect(settings([], { DO_MCP_READ_ONLY: '1' }).selection.readOnly).toBe(true);
    expect(settings([], { DO_MCP_READ_ONLY: '0' }).selection.readOnly).toBe(false);
    expect(() => settings([], { DO_MCP_READ_ONLY: 'maybe' })).toThrow(
      /DO_MCP_READ_ONLY must be 1 or 0/,
    );
  });

  it.each([
    [['--read-onyl'], /Did you mean --read-only/],
    [['--token', 'x'], /never given on the command line/],
    [['--areas'], /--areas needs a value/],
    [['--areas', 'droplet'], /Did you mean droplets/],
    [['--tools', 'droplet_list'], /Did you mean droplets_list/],
    [['--exclude-tools', 'nothing_like_it_at_all'], /no tool "nothing_like_it_at_all"/],
    [['--scopes', 'droplets:read'], /Did you mean droplet:read/],
    [['--quota', '1'], /5000\/250/],
    [['--api-url', 'http://example.com'], /https, or http on loopback/],
    [['--api-url', 'http://127.0.0.1.evil.com'], /https, or http on loopback/],
    [['--api-url', 'https://user:pw@example.com'], /must not contain/],
    [['--confirm', 'maybe'], /ask, destroy, never/],
    [['--port', '70000'], /0 to 65535/],
    [['--log-level', 'loud'], /trace, debug/],
    [['--speed', '-1'], /above 0/],
  ])('refuses %j with a sentence', (argv, message) => {
    expect(() => settings(argv)).toThrow(message);
  });

  it('asks the same origin for scopes when another API is named', () => {
    expect(settings(['--api-url', 'http://127.0.0.1:8787']).tokenInfoUrl.href).toBe(
      'http://127.0.0.1:8787/v1/oauth/token/info',
    );
    expect(settings([]).tokenInfoUrl.host).toBe('cloud.digitalocean.com');
  });

  it('says nothing about options that do what they say', () => {
    expect(
      settings(['--audit-required', 'all', '--audit', 'file', '--confirm', 'ask']).warnings,
    ).toEqual([]);
    expect(settings(['--audit', 'off']).warnings).toEqual([]);
  });

  it('asks nobody on the simulation, and a person otherwise', () => {
    expect(settings(['--sandbox']).confirm).toBe('never');
    expect(settings([]).confirm).toBe('ask');
    expect(settings(['--sandbox', '--confirm', 'ask']).confirm).toBe('ask');
  });
});
