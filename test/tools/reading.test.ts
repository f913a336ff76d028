// Arguments that clients send as text are read where the schema wants something else and the reading is exact.
import { describe, expect, it } from 'vitest';
import { read } from '../../tools/request/reading.ts';

describe('reading arguments', () => {
  it.each([
    ['5', 5],
    ['-3', -3],
    ['0', 0],
    ['05', '05'],
    ['1.5', '1.5'],
    ['1e3', '1e3'],
    ['9007199254740993', '9007199254740993'],
    [' 5', ' 5'],
    ['', ''],
    ['0x10', '0x10'],
  ])('reads %j as a whole number only when it is one', (text, expected) => {
    expect(read(text, { type: 'integer' })).toBe(expected);
  });

  it('reads fractions where numbers are wanted', () => {
    expect(read('0.5', { type: 'number' })).toBe(0.5);
    expect(read('0.10', { type: 'number' })).toBe('0.10');
  });

  it('leaves text alone wherever text is welcome', () => {
    expect(read('5', { type: ['string', 'integer'] })).toBe('5');
    expect(read('[1]', { type: 'string' })).toBe('[1]');
  });

  it('never turns a number into text', () => {
    expect(read(5, { type: 'string' })).toBe(5);
  });

  it('reads objects and lists from JSON text, and numbers inside them', () => {
    const schema = {
      type: 'array',
      items: { type: 'object', properties: { port: { type: 'integer' } } },
    } as const;
    expect(read('[{"port":"80"}]', schema)).toEqual([{ port: 80 }]);
    expect(read('{"port":80}', schema)).toBe('{"port":80}');
    expect(read('[broken', schema)).toBe('[broken');
  });

  it('takes null for an optional field as not given, as in what was read back from DigitalOcean', () => {
    const schema = {
      type: 'object',
      properties: {
        tags: { type: 'array' },
        name: { type: 'string' },
        port: { type: ['integer', 'null'] },
      },
      required: ['name'],
    };
    expect(read({ tags: null, name: null, port: null }, schema)).toEqual({
      name: null,
      port: null,
    });
  });

  it('reads the values of maps', () => {
    expect(read({ a: '1' }, { type: 'object', additionalProperties: { type: 'integer' } })).toEqual(
      { a: 1 },
    );
  });
});
