// What pages show of files can be read by whoever reads such files; policies by the program itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { runProgram } from '../commands/run-program.ts';
import { pages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'do-mcp-snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in the blocks of a language. */
const blocksOf = (language: string) =>
  pages.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
      ([, block = ''], index) => ({ name: `${path} (${index + 1})`, block }),
    ),
  );

describe('JSON in pages', () => {
  it.each(blocksOf('json'))('$name can be read', ({ block }) => {
    const errors: ParseError[] = [];
    parseJsonc(block, errors, { allowTrailingComma: false });
    expect(errors).toEqual([]);
  });
});

describe('YAML in pages', () => {
  it.each(blocksOf('ya?ml'))('$name can be read', ({ block }) => {
    const { errors, warnings } = parseDocument(block, { logLevel: 'error' });
    expect([...errors, ...warnings]).toEqual([]);
  });
});

/** A hash as it is written where pages leave it out. */
const hash = `sha256:${'0'.repeat(64)}`;

describe('policies in pages', () => {
  const policies = [
    ...blocksOf('json').map((one) => ({ ...one, ending: 'json' })),
    ...blocksOf('ya?ml').map((one) => ({ ...one, ending: 'yaml' })),
  ].filter(({ block }) => /^\s*[{]?\s*"?version"?: 1\b/.test(block));

  it('are there', () => expect(policies.length).toBeGreaterThan(2));

  it.each(policies)('$name can be used', async ({ block, ending }) => {
    const path = join(folder, `policy.${ending}`);
    writeFileSync(path, block.replaceAll('sha256:…', hash), { mode: 0o600 });
    const { code, said } = await runProgram(['policy', 'check', '--policy', path]);
    expect(said).toContain('can be used');
    expect(code).toBe(0);
  });
});
