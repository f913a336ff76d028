// The form of a tool: texts that people type become the arguments that they mean.
import { describe, expect, it } from 'vitest';
import { argumentsIn, fieldsOf, kindOf, textsOf } from '../../console/pages/try/arguments.ts';
import { box } from '../http/serve-simulated.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    size: { type: 'integer' },
    backups: { type: 'boolean' },
    type: { type: 'string', enum: ['A', 'MX'] },
    tags: { type: 'array', items: { type: 'string' } },
    ids: { type: 'array', items: { type: 'integer' } },
    policy: { type: 'object', properties: { plan: { type: 'string' } } },
    dry_run: { type: 'boolean' },
  },
  required: ['size'],
  additionalProperties: false,
} as const;

describe('the form of a tool', () => {
  it('has a field for each kind of argument, JSON for what is deeper, and none of its own for dry runs', () => {
    const kinds = Object.entries(schema.properties).map(([, property]) => kindOf(property));
    expect(kinds.slice(0, 7)).toEqual([
      'text',
      'number',
      'choice',
      'choice',
      'list',
      'list',
      'json',
    ]);
    const { needed, further } = fieldsOf(schema);
    expect(needed.map(([name]) => name)).toEqual(['size']);
    expect(further.map(([name]) => name)).not.toContain('dry_run');
  });

  it('leaves out what is empty, and takes the rest as it is meant', () => {
    const texts = {
      name: '12',
      size: ' 25 ',
      backups: 'false',
      type: 'MX',
      tags: 'web\n\n prod ',
      ids: '1\n2',
      policy: '{"plan":"daily"}',
    };
    expect(argumentsIn(schema, texts)).toEqual({
      given: {
        name: '12',
        size: 25,
        backups: false,
        type: 'MX',
        tags: ['web', 'prod'],
        ids: [1, 2],
        policy: { plan: 'daily' },
      },
    });
    expect(argumentsIn(schema, { name: '', size: '' })).toEqual({ given: {} });
  });

  it('says which text is no JSON, and sends what is no number as it is written', () => {
    expect(argumentsIn(schema, { policy: '{plan' })).toMatchObject({
      trouble: expect.stringMatching(/^policy is no JSON: .+ Nothing was sent\.$/),
    });
    expect(argumentsIn(schema, { size: 'large' })).toEqual({ given: { size: 'large' } });
  });

  it('means by the texts of an example the example', () => {
    const given = { name: 'web', size: 1, tags: ['a', 'b'], policy: { plan: 'daily' } };
    expect(argumentsIn(schema, textsOf(schema, given))).toEqual({ given });
  });

  it('has a field for every argument of every tool', async () => {
    for (const { name } of box.outlines) {
      const { inputSchema } = (await box.named(name)) ?? {};
      if (!inputSchema) throw new Error(name);
      const { needed, further } = fieldsOf(inputSchema);
      for (const [, property] of [...needed, ...further]) expect(kindOf(property)).toBeTruthy();
    }
  });
});
