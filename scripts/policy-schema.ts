// Writes the JSON Schema of the files that --policy takes, from the shape that the program reads it by: npx tsx scripts/policy-schema.ts
import { writeFileSync } from 'node:fs';
import { publishedShape } from '../src/http/authentication/agent-shape.ts';
import { schemaText } from './policy-schema/text.ts';

writeFileSync(new URL('../docs/policy.schema.json', import.meta.url), schemaText(publishedShape));
