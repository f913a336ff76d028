// A proxy variable that cannot be used is named at start, its value is not.
import { describe, expect, it } from 'vitest';
import { proxyDoubts } from '../../src/proxy-doubts.ts';

const settings = (apiUrl: string, sandbox = false) => ({
  sandbox,
  apiUrl: new URL(apiUrl),
  tokenInfoUrl: new URL(apiUrl),
});
const api = settings('https://api.digitalocean.com');

describe('a proxy variable', () => {
  it.each([
    ['HTTPS_PROXY', 'socks5h://me:pass1234@proxy:1080'],
    ['https_proxy', 'ftp://proxy'],
    ['HTTPS_PROXY', 'http://'],
    ['HTTPS_PROXY', 'http://a b'],
  ])('%s=%s is named when it cannot be used', (variable, value) => {
    const said = proxyDoubts(api, { [variable]: value });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${variable} `));
    expect(said[0]).not.toMatch(/pass1234/);
  });

  it.each(['127.0.0.1:3128', 'proxy.example.com:8080', 'http://me:pw@proxy:3128', ''])(
    '%j is nothing to speak of',
    (value) => {
      expect(proxyDoubts(api, { HTTPS_PROXY: value })).toEqual([]);
    },
  );

  it('is not spoken of where nothing goes through it', () => {
    const environment = { HTTPS_PROXY: 'socks5h://proxy:1080' };
    expect(proxyDoubts(settings('https://api.digitalocean.com', true), environment)).toEqual([]);
    expect(proxyDoubts(settings('http://127.0.0.1:8787'), environment)).toEqual([]);
  });
});
