// Which ways of opening the server are refused before any port is.
import { describe, expect, it } from 'vitest';
import { checkHosting, type HostingSettings } from '../../src/http/border/hosting.ts';

const real: HostingSettings = {
  host: '127.0.0.1',
  sandbox: false,
  auth: 'key',
  token: { from: 'DIGITALOCEAN_TOKEN', read: () => 'dop_v1_secret' },
  policyFile: null,
  publicUrl: null,
  allowedHosts: [],
  allowedOrigins: [],
  secretsDir: null,
};
const publicUrl = new URL('https://mcp.example.com/mcp');

describe('opening the server', () => {
  it.each<[string, Partial<HostingSettings>]>([
    ['a real account for a key on loopback', {}],
    ['the simulation for anyone on this machine', { auth: 'none', sandbox: true, token: null }],
    ['a real account for a key to the world, under its name', { host: '0.0.0.0', publicUrl }],
    [
      'tokens of their own to the world',
      { host: '0.0.0.0', auth: 'token', token: null, allowedHosts: ['mcp.example.com'] },
    ],
    ['agents of a file', { auth: 'agents', policyFile: 'agents.json' }],
  ])('is allowed: %s', (_, settings) => {
    expect(() => checkHosting({ ...real, ...settings })).not.toThrow();
  });

  it.each<[string, Partial<HostingSettings>, RegExp]>([
    ['a real account for everyone', { auth: 'none' }, /--auth token or --auth agents/],
    [
      'the simulation without authentication for other machines',
      { auth: 'none', sandbox: true, host: '0.0.0.0' },
      /this machine only/,
    ],
    ['agents without their file', { auth: 'agents' }, /do-mcp agent add/],
    ['other machines without a name to call', { host: '0.0.0.0' }, /--public-url https:/],
    [
      'files for one person where many call',
      { auth: 'token', secretsDir: '/kept' },
      /--secrets-dir .*--auth token/,
    ],
    [
      'files for one person where agents call',
      { auth: 'agents', policyFile: 'agents.json', secretsDir: '/kept' },
      /--secrets-dir .*--auth agents/,
    ],
    ['a page that is no origin', { allowedOrigins: ['app.example.com'] }, /not an origin/],
    ['a page with a path', { allowedOrigins: ['https://app.example.com/x'] }, /not an origin/],
  ])('is refused: %s', (_, settings, says) => {
    expect(() => checkHosting({ ...real, ...settings })).toThrow(says);
  });

  it('takes its names from the settings alone', () => {
    expect(
      checkHosting({ ...real, host: '0.0.0.0', publicUrl, allowedHosts: ['inner'] }),
    ).toMatchObject({
      hosts: ['inner', 'mcp.example.com'],
      loopbackPages: false,
    });
  });

  it('warns about a door without TLS and a token that nobody uses, without telling it', () => {
    const { warnings } = checkHosting({
      ...real,
      host: '0.0.0.0',
      auth: 'token',
      allowedHosts: ['a'],
    });
    expect(warnings.join(' ')).toMatch(/TLS.*not used/);
    expect(warnings.join(' ')).not.toContain('dop_v1');
  });
});
