// The JSON Schema of policies is published as the program reads them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaText } from '../../scripts/policy-schema/text.ts';
import { publishedShape } from '../../src/http/authentication/agent-shape.ts';

it('is what npx tsx scripts/policy-schema.ts writes', () => {
  const published = readFileSync(new URL('../../docs/policy.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(schemaText(publishedShape)));
});
