// What the README shows is what the project has: its smoke test, and commands.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');

describe('the README', () => {
  it('shows the smoke test that is in test/smoke, as a user would write it', () => {
    const shown = /<!-- smoke-test -->\n\n```ts\n([\s\S]+?)\n```/.exec(readme)?.[1];
    const [, , ...lines] = read('test/smoke/droplets.test.ts')
      .replace('../../src/testing/index.ts', 'digitalocean-scoped-mcp/testing')
      .trimEnd()
      .split('\n');
    expect(shown).toBe(lines.join('\n'));
  });

  it('names every command', () => {
    for (const { name } of commands) expect(readme).toContain(`\`do-mcp ${name}`);
  });
});
