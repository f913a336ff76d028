// The bundle leaves out what of the SDK nobody uses; what is used stays as the SDK made it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sdkSchemas } from '../../scripts/build/sdk-schemas.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'do-mcp-schemas-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bundled = async (contents: string): Promise<string> => {
  const file = join(folder, 'bundle.cjs');
  const { outputFiles } = await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    stdin: { contents, resolveDir: root },
    plugins: [sdkSchemas],
    minifySyntax: true,
    write: false,
  });
  writeFileSync(file, outputFiles[0]?.text ?? '');
  return file;
};

const server = "from '@modelcontextprotocol/server'";

describe('schemas of the SDK', () => {
  it.each(['registration_endpoint', 'hasMore', 'tools/call'])(
    'are in the bundle no more than the server needs: %s',
    async (field) => {
      const count = (text: string): number => text.split(field).length;
      const all = count(
        readFileSync(await bundled(`export { Server, specTypeSchemas } ${server};`), 'utf8'),
      );
      expect(
        count(readFileSync(await bundled(`export { Server } ${server};`), 'utf8')),
      ).toBeLessThan(all);
    },
  );

  it('stay as they are where somebody asks for them', async () => {
    const path = await bundled(`export { specTypeSchemas, isSpecType } ${server};`);
    const ours = createRequire(dirname(path))(path);
    const theirs = await import('@modelcontextprotocol/server');
    expect(Object.keys(ours.specTypeSchemas)).toEqual(Object.keys(theirs.specTypeSchemas));
    expect(ours.isSpecType.Tool({ name: 'a', inputSchema: { type: 'object' } })).toBe(true);
    expect(ours.isSpecType.Tool({ name: 1 })).toBe(false);
    expect(ours.isSpecType.OAuthTokens({ access_token: 'a', token_type: 'b' })).toBe(true);
  });
});
