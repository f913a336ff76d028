// Programs that npm start and npm test run pass on their exit code, and are told when we are to end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runChild } from '../../scripts/set-up/child.mjs';

const script = new URL('../../scripts/set-up/child.mjs', import.meta.url).href;

describe('a program run in the foreground', () => {
  it('gives its exit code', async () => {
    expect(await runChild(process.execPath, ['-e', 'process.exit(5)'], { cwd: tmpdir() })).toBe(5);
  });

  it('is an error when it cannot be started', async () => {
    await expect(runChild('do-mcp-no-such-program', [], { cwd: tmpdir() })).rejects.toThrow(
      'ENOENT',
    );
  });

  it.skipIf(process.platform === 'win32')('gets the signal that was meant for us', async () => {
    const inner = `process.on('SIGTERM', () => process.exit(42)); setInterval(() => {}, 1000); console.log('up')`;
    const outer = `import { runChild } from '${script}';
      process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(inner)}], { cwd: '.' });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(42);
  });
});
