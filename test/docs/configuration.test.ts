// The page and the schema of the configuration are those that the options make.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configurationPage } from '../../scripts/configuration-pages/page.ts';
import { configurationSchema } from '../../scripts/configuration-pages/schema.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');

describe('what is written about the configuration (npm run configuration-pages writes it anew)', () => {
  it('as a page is what the options say', () => {
    expect(read('configuration.md')).toBe(configurationPage);
  });

  it('as a schema is what the options say', () => {
    expect(JSON.parse(read('config.schema.json'))).toEqual(JSON.parse(configurationSchema));
  });
});
