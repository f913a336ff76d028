// What npm started ends when npm is told to, although npm's shell passes no signal on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

const script = new URL('../../scripts/set-up/parent.mjs', import.meta.url).href;

describe.skipIf(process.platform === 'win32')('a program started by npm', () => {
  it('gets SIGTERM when the shell between has gone', async () => {
    const told = createServer();
    told.listen(0, '127.0.0.1');
    await once(told, 'listening');
    const address = told.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    // The connection lives as long as the program: its end tells what the program ended with.
    const inner = `import { connect } from 'node:net';
      import { endWithParent } from '${script}';
      endWithParent({ npm_lifecycle_event: 'start' });
      const line = connect(${port}, '127.0.0.1', () => line.write('up '));
      process.on('SIGTERM', () => line.end('SIGTERM', () => process.exit()));`;
    const shell = spawn(
      process.execPath,
      [
        '-e',
        `require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(inner)}]); setInterval(() => {}, 1000);`,
      ],
      { stdio: 'ignore' },
    );
    const [line]: ReturnType<typeof connect>[] = await once(told, 'connection');
    let heard = '';
    line?.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (heard === 'up ') shell.kill('SIGKILL');
    });
    if (line !== undefined) await once(line, 'end');
    expect(heard).toBe('up SIGTERM');
    told.close();
  });
});
