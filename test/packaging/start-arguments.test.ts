// npm start falls back to the simulation exactly when nobody brings a token.
import { describe, expect, it } from 'vitest';
import { startArguments } from '../../scripts/set-up/start-arguments.mjs';

describe('npm start', () => {
  it('serves the simulation when there is no token', () => {
    expect(startArguments([], {})).toEqual(['http', '--sandbox']);
    expect(startArguments([], { DIGITALOCEAN_TOKEN: '' })).toEqual(['http', '--sandbox']);
  });

  it.each([
    'DIGITALOCEAN_TOKEN',
    'DIGITALOCEAN_ACCESS_TOKEN',
    'DIGITALOCEAN_API_TOKEN',
    'DO_MCP_TOKEN_FILE',
  ])('serves the account when %s is set', (name) => {
    expect(startArguments([], { [name]: 'something' })).toEqual(['http']);
  });

  it('serves the account when a token file is named on the command line', () => {
    expect(startArguments(['--token-file', '/run/token'], {})).not.toContain('--sandbox');
    expect(startArguments(['--token-file=/run/token'], {})).not.toContain('--sandbox');
  });

  it.each(['token', 'agents'])('needs no token of its own with --auth %s', (auth) => {
    expect(startArguments(['--auth', auth], {})).not.toContain('--sandbox');
    expect(startArguments([`--auth=${auth}`], {})).not.toContain('--sandbox');
    expect(startArguments([], { DO_MCP_AUTH: auth })).not.toContain('--sandbox');
    expect(startArguments(['--auth', 'none'], { DO_MCP_AUTH: auth })).toContain('--sandbox');
  });

  it('passes on what is typed behind it, and asks for the simulation once', () => {
    expect(startArguments(['--port', '9000'], {})).toEqual(['http', '--sandbox', '--port', '9000']);
    expect(startArguments(['--sandbox'], {})).toEqual(['http', '--sandbox']);
    expect(startArguments([], { DO_MCP_SANDBOX: '1' })).toEqual(['http']);
  });
});
