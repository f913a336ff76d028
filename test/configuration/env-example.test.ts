// .env.example names every variable that the configuration reads, and no other.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Option } from '../../src/configuration/options/option.ts';
import { options, tokenVariables } from '../../src/configuration/options/options.ts';

const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

describe('.env.example', () => {
  it('has every variable, each with its sentence', () => {
    const wanted = (Object.values(options) as readonly Option[]).filter(
      (option) => option.variable !== undefined,
    );
    for (const { variable, says } of wanted) expect(text).toContain(`# ${says}\n# ${variable}=`);
    const named = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.toSorted()).toEqual(
      [...wanted.map((option) => option.variable), ...tokenVariables].toSorted(),
    );
  });

  it('sets nothing by itself', () => {
    expect(text).not.toMatch(/^[A-Z_]+=/m);
  });
});
