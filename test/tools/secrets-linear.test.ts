// Looking for credentials takes time in proportion to a text's length, whatever the text was made for.
import { describe, expect, it } from 'vitest';
import { createVeil } from '../../tools/secrets/veil.ts';

const units = [
  'a',
  'eyJ',
  'eyJabcdef.',
  '%41',
  '\\\\',
  '\\u0041',
  '://',
  '://a:',
  '://a@',
  '&aaaaaaaaaa',
  '--a-',
  'password',
  'password=',
  'password="',
  'password: ',
  'aB3',
  'aB3/',
  '-----BEGIN PRIVATE KEY-----',
  'bearer ',
  'https://w.w.w.',
  '12345678',
  '_v1_',
  'SG.',
  'sk-',
  '?key',
  'password:',
  'password is ',
  'token is a1',
  '<password>',
  '<a:password>a',
  'curl ',
  'curl -u a',
  'mysql ',
  'mysql a -',
  'cookie: a=',
  'authorization: a ',
  'authorization: a1b2c3d4e',
  'machine a login ',
  '"auth":"Aa',
  'pass=',
  'Private-Lines: 1 ',
  'tokens=1',
];

const look = createVeil(['f00dfeed'.repeat(8)]);

const once = (text: string): number => {
  const begun = performance.now();
  look(text);
  return performance.now() - begun;
};

/** The quickest of several goes, since other work may slow any of them. */
const quickest = (text: string): number => Math.min(once(text), once(text), once(text));

describe('looking for credentials', () => {
  it.each(units)('grows with the text and no faster, for many of %j', (unit) => {
    const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    const short = Math.max(quickest(of(3_000)), 0.5);
    // 64 times the text takes 4,096 times as long where time grows with the square; the room is for busy machines.
    expect(once(of(192_000)) / short).toBeLessThan(1000);
  });
});
