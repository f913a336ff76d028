// Rules between arguments, and what stands for nothing in them, tested by themselves on made-up tools.
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../scope-map/endpoint.ts';
import type { Schema } from '../../scope-map/facts.ts';
import { validateAgainst } from '../../tools/request/against-schema.ts';
import { read } from '../../tools/request/reading.ts';
import { brokenRules } from '../../tools/request/rules.ts';
import type { InputSchema } from '../../tools/tool/tool.ts';

const alone: Rule = { kind: 'alone', list: 'grants', field: 'permission', is: 'fullaccess' };

describe('a value that must stand alone in a list', () => {
  const sentence = 'grants: permission fullaccess cannot be mixed with others';
  it.each<[readonly string[], readonly string[]]>([
    [['fullaccess'], []],
    [['fullaccess', 'fullaccess'], []],
    [['read', 'readwrite'], []],
    [[], []],
    [['fullaccess', 'read'], [sentence]],
    [['read', 'fullaccess'], [sentence]],
  ])('with %j: %j', (permissions, problems) => {
    const grants = permissions.map((permission) => ({ permission }));
    expect(brokenRules([alone], { grants })).toEqual(problems);
  });
});

describe('the arguments of a finder', () => {
  const schema: InputSchema = {
    type: 'object',
    properties: { a: { type: 'integer' } },
    additionalProperties: false,
  };
  it.each<[unknown, RegExp]>([
    [[1], /^the arguments must be an object, not a list$/],
    ['words', /^the arguments must be an object, not /],
    [7, /^the arguments must be an object, not a number$/],
  ])('cannot be %j', (raw, problem) => {
    expect(validateAgainst(schema, raw)).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(problem)],
    });
  });

  it.each<[unknown, object]>([
    [{ a: 1 }, { a: 1 }],
    ['{"a":1}', { a: 1 }],
    [null, {}],
  ])('may be %j', (raw, given) => {
    expect(validateAgainst(schema, raw)).toEqual({ ok: true, arguments: given });
  });
});

describe('an empty text', () => {
  it.each<[string, Schema, boolean]>([
    ['any text', { type: 'string' }, true],
    ['one of several texts', { type: 'string', enum: ['a', 'b'] }, false],
    ['one of several texts, nothing among them', { type: 'string', enum: ['', 'b'] }, true],
    ['a number', { type: 'integer' }, false],
    ['text of a form', { type: 'string', pattern: '^a' }, false],
    ['text of a format', { type: 'string', format: 'uuid' }, false],
    ['text of some length', { type: 'string', minLength: 1 }, false],
    ['text of any length', { type: 'string', minLength: 0 }, true],
  ])('where %s is wanted stands for itself: %s', (_, own, stays) => {
    expect(read({ x: '' }, { type: 'object', properties: { x: own } })).toEqual(
      stays ? { x: '' } : {},
    );
  });
});
