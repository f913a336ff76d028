// Dotted places are walked one way, whatever is done at them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../tools/json-object.ts';
import { deepest, placesNamed, placesOf, valueAt, valuesAt } from '../../tools/places.ts';

const key = fc.constantFrom('a', 'b', '__proto__', 'constructor');

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, 0, 'x'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** The plainest reading of a place, key by key. */
const plainly = (value: unknown, keys: readonly string[]): readonly unknown[] => {
  const [first, ...rest] = keys;
  if (first === undefined) return value === null || value === undefined ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((element) => plainly(element, keys));
  return isObject(value) && Object.hasOwn(value, first) ? plainly(value[first], rest) : [];
};

describe('walking places', () => {
  it('finds what a plain reading finds, in any value', () => {
    fc.assert(
      fc.property(json, fc.array(key, { minLength: 1, maxLength: 4 }), (value, keys) => {
        expect(valuesAt(value, keys.join('.'))).toEqual(plainly(value, keys));
      }),
    );
  });

  it('walks lists on the way, and takes a list at the end as one value', () => {
    const firewall = { rules: [{ tags: ['a'] }, { tags: null }, { tags: ['b', 'c'] }] };
    expect(valuesAt(firewall, 'rules.tags')).toEqual([['a'], ['b', 'c']]);
    expect(valueAt(firewall, 'rules.tags')).toEqual(['a']);
    expect(valueAt(firewall, 'rules.nowhere')).toBeUndefined();
  });

  it('takes * for any one key and ** for any number of keys', () => {
    const value = { secret: 1, a: { secret: 2, b: { secret: 3 } } };
    expect(valuesAt(value, '*.secret')).toEqual([2]);
    expect(valuesAt(value, '**.secret')).toEqual([1, 2, 3]);
    expect(valuesAt(value, 'a.**.secret')).toEqual([2, 3]);
    expect(valuesAt(value, '**.a.*.secret')).toEqual([3]);
  });

  it('keeps apart what several places stand for', () => {
    const places = placesOf([
      ['type', 'whole'],
      ['rules.type', 'part'],
    ]);
    expect(places.at('type')?.here).toBe('whole');
    expect(places.at('rules')?.here).toBeUndefined();
    expect(places.at('rules')?.at('type')?.here).toBe('part');
    expect(places.at('other')).toBeUndefined();
  });

  it('takes names that every object has for keys like any other', () => {
    expect(placesNamed(['a']).at('constructor')).toBeUndefined();
    expect(valuesAt({}, 'constructor.name')).toEqual([]);
  });

  it('ends where values are nested without end', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(valuesAt(nested, '**.a')).toEqual([]);
    const within = (depth: number): unknown =>
      JSON.parse(`${'['.repeat(depth)}{"a":1}${']'.repeat(depth)}`);
    expect(valuesAt(within(deepest), 'a')).toEqual([1]);
    expect(valuesAt(within(deepest + 1), 'a')).toEqual([]);
  });
});
