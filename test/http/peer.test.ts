// Whose address counts, when proxies stand between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeers } from '../../src/http/border/peer.ts';

const forwarded = (chain: string) => ({ 'x-forwarded-for': chain });

describe('the address of a peer', () => {
  it('is that of the connection when no proxy is trusted, whatever the headers claim', () => {
    const peers = createPeers([]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.array(fc.ipV4()).map(String)), (claim) => {
        expect(peers.of('203.0.113.7', forwarded(claim)).address).toBe('203.0.113.7');
      }),
    );
  });

  it.each([
    ['the client behind one proxy', '198.51.100.4', '198.51.100.4'],
    [
      'the nearest that is not trusted, not what the client invented',
      '1.1.1.1, 198.51.100.4',
      '198.51.100.4',
    ],
    ['the client behind two trusted proxies', '198.51.100.4, 10.0.0.9', '198.51.100.4'],
    ['the proxy when the chain is unreadable', 'unknown', '10.0.0.1'],
    ['the last readable one before something unreadable', 'x, 10.0.0.9', '10.0.0.9'],
  ])('is %s', (_, chain, expected) => {
    const peers = createPeers(['10.0.0.0/8']);
    expect(peers.of('10.0.0.1', forwarded(chain)).address).toBe(expected);
  });

  it('counts a whole IPv6 /64 as one, however it is written', () => {
    const peers = createPeers([]);
    const one = peers.of('2001:db8:1:2::1', {}).address;
    expect(peers.of('2001:0DB8:1:2:aaaa:bbbb:cccc:dddd', {}).address).toBe(one);
    expect(peers.of('2001:db8:1:3::1', {}).address).not.toBe(one);
    expect(peers.of('::ffff:203.0.113.7', {}).address).toBe('203.0.113.7');
  });

  it('knows this machine and the networks nearby, but not through a proxy', () => {
    const peers = createPeers([]);
    expect(peers.of('127.0.0.1', {})).toMatchObject({ loopback: true, near: true });
    expect(peers.of('::1', {})).toMatchObject({ loopback: true, near: true });
    expect(peers.of('10.2.3.4', {})).toMatchObject({ loopback: false, near: true });
    expect(peers.of('203.0.113.7', {})).toMatchObject({ loopback: false, near: false });
    expect(peers.of('10.2.3.4', forwarded('203.0.113.7'))).toMatchObject({ near: false });
    expect(peers.of(undefined, {})).toMatchObject({ loopback: false, near: false });
  });

  it.each(['proxy.example.com', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', ''])(
    'says so when a trusted proxy is no address: %j',
    (range) => {
      expect(() => createPeers([range])).toThrow(/neither an address nor a range/);
    },
  );
});
