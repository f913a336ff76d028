// Null that stands for nothing is taken out of what clients send; everything else stays, and stays the same object.
import { describe, expect, it } from 'vitest';
import { withoutNulls } from '../../src/server/absent.ts';

describe('parameters', () => {
  it.each<[object]>([
    [{}],
    [{ cursor: 'x', capabilities: {}, clientInfo: { name: 'a' }, _meta: {} }],
    [{ capabilities: { roots: { listChanged: true }, experimental: { x: { y: null } } } }],
    [{ capabilities: { extensions: [null] } }],
    [{ name: null, arguments: { a: null } }],
    [{ _meta: 'words' }],
  ])('without such a null are the same: %j', (params) => {
    const before = structuredClone(params);
    expect(withoutNulls({ ...params })).toEqual(before);
    const given = { ...params };
    expect(withoutNulls(given)).toBe(given);
  });

  it.each<[object, object]>([
    [{ cursor: null, x: 1 }, { x: 1 }],
    [{ capabilities: null }, { capabilities: {} }],
    [{ capabilities: { roots: null } }, { capabilities: {} }],
    [
      { capabilities: { roots: { listChanged: null }, sampling: {} } },
      { capabilities: { roots: {}, sampling: {} } },
    ],
    [{ clientInfo: { name: 'a', title: null } }, { clientInfo: { name: 'a' } }],
    [{ _meta: { progressToken: null, own: null } }, { _meta: { own: null } }],
  ])('%j are taken as %j', (params, taken) => {
    expect(withoutNulls({ ...params })).toEqual(taken);
  });
});
