// `do-mcp operator`: keys of people, shown once, kept as hashes.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { runProgram } from './run-program.ts';

const open = () => {
  const stateDir = newStateFolder();
  const path = join(stateDir, 'operators.json');
  const run = (...words: readonly string[]) =>
    runProgram(['operator', ...words, '--state-dir', stateDir]);
  return { path, run };
};

describe('do-mcp operator', () => {
  it('makes a key that is printed once, and keeps its hash for its owner alone', async () => {
    const { path, run } = open();
    const { code, printed, said } = await run('add', 'sam');
    expect(code).toBe(0);
    expect(printed).toMatch(/^domcp_[\w-]{43}\n$/);
    expect(said).toContain('shown this one time');
    expect(said).not.toContain(printed.trim());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain(printed.trim());
    expect((await run('list')).printed).toBe('sam  approve\n');
  });

  it('names whoever sits here where no name is given', async () => {
    const { run } = open();
    expect((await run('add')).code).toBe(0);
    expect(JSON.parse((await run('list', '--json')).printed)).toEqual([
      { name: expect.stringMatching(/^[a-z0-9][a-z0-9_-]*$/), role: 'approve' },
    ]);
  });

  it('makes one who may look and not answer where that is said', async () => {
    const { run } = open();
    expect((await run('add', 'max', '--role', 'look')).code).toBe(0);
    expect((await run('add', 'eve', '--role', 'admin')).code).toBe(2);
    expect((await run('list')).printed).toBe('max  look\n');
  });

  it('takes a key away', async () => {
    const { run } = open();
    await run('add', 'sam');
    await run('add', 'kim');
    expect((await run('add', 'sam')).said).toContain('do-mcp operator remove sam');
    expect((await run('remove', 'sam')).code).toBe(0);
    expect((await run('remove', 'sam')).code).toBe(2);
    expect((await run('list')).printed).toBe('kim  approve\n');
    expect((await run('remove', 'kim')).code).toBe(0);
    expect((await run('list')).said).toContain('There is no operator');
  });

  it.each(['Sam', 'a b', '../x', 'x'.repeat(64), 'dop_v1_0123456789abcdef0123456789abcdef'])(
    'takes no name like %s',
    async (name) => {
      const { code, said } = await open().run('add', name);
      expect(code).toBe(2);
      expect(said).not.toContain('0123456789');
    },
  );

  it('keeps them in another file where one is named', async () => {
    const path = join(temporaryFolder(), 'people.json');
    expect((await runProgram(['operator', 'list', '--operators', path])).code).toBe(2);
    expect((await runProgram(['operator', 'add', 'sam', '--operators', path])).code).toBe(0);
    expect((await runProgram(['operator', 'list'], { DO_MCP_OPERATORS: path })).printed).toBe(
      'sam  approve\n',
    );
  });
});
