// The launcher starts the bundle from a code cache, and never fails for want of one.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleCommand } from '../../scripts/build/bundle.ts';
import { makeCodeCache } from '../../scripts/build/code-cache.ts';
import { writeLauncher } from '../../scripts/build/launcher.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'do-mcp-launcher-'));
let launcher = '';

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const runProgram = (args: readonly string[], input?: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], { env: {} });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.endsWith('\n') && input !== undefined) child.stdin.end();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
    if (input === undefined) child.stdin.end();
    else child.stdin.write(input);
  });

const caches = (): string[] => readdirSync(folder).filter((name) => name.includes('.cache'));

/** Asks V8 whether it takes the cache; in a process of its own, for V8 remembers what it has compiled. */
const startsFromCache = (): boolean =>
  execFileSync(process.execPath, ['-p', 'require(process.argv[1]).load().cached', launcher], {
    encoding: 'utf8',
  }).trim() === 'true';

beforeAll(async () => {
  const { entry } = await bundleCommand(root, 'test/packaging/fixtures/program.ts', folder);
  launcher = writeLauncher(folder, entry);
});

beforeEach(() => {
  for (const name of caches()) rmSync(join(folder, name), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the launcher', () => {
  it('starts from the cache that the build made', async () => {
    await makeCodeCache(process.execPath, launcher);
    expect(startsFromCache()).toBe(true);
  });

  it('starts without a cache, and leaves one behind once it has served a client', async () => {
    expect(startsFromCache()).toBe(false);
    const { code, output } = await runProgram([], 'hello\n');
    expect(code).toBe(0);
    expect(output).toContain('"id":2');
    expect(caches()).toHaveLength(1);
    expect(startsFromCache()).toBe(true);
  });

  it('leaves no cache behind when it served nobody, for it would be a poor one', async () => {
    await runProgram(['exit', '0']);
    expect(caches()).toEqual([]);
  });

  it('replaces a cache that V8 does not accept', async () => {
    await makeCodeCache(process.execPath, launcher);
    const [name = ''] = caches();
    writeFileSync(join(folder, name), 'not a cache at all');
    expect(startsFromCache()).toBe(false);
    await runProgram([], 'hello\n');
    expect(startsFromCache()).toBe(true);
  });

  it('works where no cache can be written', async () => {
    await makeCodeCache(process.execPath, launcher);
    const [name = ''] = caches();
    rmSync(join(folder, name));
    // A folder in the file's place refuses every user, root included.
    mkdirSync(join(folder, name, 'occupied'), { recursive: true });
    const { code, output, errors } = await runProgram([], 'hello\n');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('"id":2');
    expect(caches()).toEqual([name]);
  });

  it('passes the exit code on', async () => {
    expect((await runProgram(['exit', '2'])).code).toBe(2);
  });

  it('tells a failure in one line, without a stack', async () => {
    const { code, errors } = await runProgram(['throw']);
    expect(code).toBe(1);
    expect(errors).toBe('do-mcp: The fixture was asked to fail.\n');
  });

  it('reads a library from its own file on first use', async () => {
    expect(readdirSync(folder)).toContain('library-undici.cjs');
    expect((await runProgram(['library'])).output).toBe('function\n');
  });
});
