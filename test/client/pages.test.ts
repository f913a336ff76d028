// Where the next page is: at home, also where a link is written with http, and never anywhere else.
import { describe, expect, it } from 'vitest';
import { onward } from '../../src/client/lists/pages.ts';

const home = { origin: 'https://api.digitalocean.com', path: '/v2/droplets' };
const paging = { style: 'links', largest: 200 } as const;

const next = (link: string, origin = home.origin) =>
  onward(paging, 'page=1', { body: { links: { pages: { next: link } } }, items: 20 }, [], {
    ...home,
    origin,
  });

describe('a link to the next page', () => {
  it.each([
    'https://api.digitalocean.com/v2/droplets?page=2',
    'https://api.digitalocean.com:443/v2/droplets?page=2',
    'http://api.digitalocean.com/v2/droplets?page=2',
    'http://api.digitalocean.com:443/v2/droplets?page=2',
    '/v2/droplets?page=2',
  ])('like %s is followed at home', (link) => {
    expect(next(link)).toEqual({ kind: 'page', page: 'page=2' });
  });

  it.each([
    'http://api.digitalocean.com:8080/v2/droplets?page=2',
    'http://api.digitalocean.com.evil.test/v2/droplets?page=2',
    'https://api.digitalocean.com:8443/v2/droplets?page=2',
    'ftp://api.digitalocean.com/v2/droplets?page=2',
    'https://api.digitalocean.com/v2/account/keys?page=2',
  ])('like %s is not followed, and its page is asked of this list', (link) => {
    expect(next(link)).toMatchObject({ kind: 'elsewhere', page: 'page=2' });
  });

  it('with http is followed at a gateway of ours on the same port only', () => {
    const gateway = 'https://gateway.test:8443';
    expect(next('http://gateway.test:8443/v2/droplets?page=2', gateway).kind).toBe('page');
    expect(next('http://gateway.test:9/v2/droplets?page=2', gateway).kind).toBe('elsewhere');
  });

  it('from http to https of the same host is not ours to raise', () => {
    expect(next('https://sim.test/v2/droplets?page=2', 'http://sim.test').kind).toBe('elsewhere');
  });

  it('is told of in bounded words, and nothing but its page is taken', () => {
    const far = next(`https://${'a.'.repeat(120)}test/v2/droplets?page=2&tag_name=other`);
    expect(far).toMatchObject({ kind: 'elsewhere', page: 'page=2' });
    expect(far.kind === 'elsewhere' && far.host.length).toBeLessThanOrEqual(100);
    expect(next(`https://evil.test/?page=${'9'.repeat(9000)}`)).toMatchObject({ page: null });
  });
});
