// Readers that are slow, gone or never there: nothing that was answered is cut off, and nobody waits for the log.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { opening, program, startRaw } from '../stdio/raw-session.ts';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

const list = (id: number): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/list' })}\n`;

describe('a slow reader', () => {
  it('gets every list that was asked for, whole, after stdin has ended', async () => {
    const { child, send, end } = startRaw(['--sandbox']);
    closers.push(() => child.kill('SIGKILL'));
    const lists = 30;
    send(opening + Array.from({ length: lists }, (_, id) => list(id)).join(''));
    const ended = end();
    let text = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
    expect(await ended).toBe(0);
    expect(text.endsWith('\n')).toBe(true);
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: unknown }).id);
    expect(ids).toEqual(['open', ...Array.from({ length: lists }, (_, id) => id)]);
  });

  it('gets all of what a command prints', () => {
    const { stdout } = spawnSync(
      '/bin/sh',
      ['-c', '"$0" "$@" | dd bs=16 2> /dev/null', process.execPath, program, 'scopes', '--json'],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'] ?? '',
          XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
        },
      },
    );
    expect(JSON.parse(stdout)).toHaveLength(644);
  });
});

describe('a reader that has gone', () => {
  it.each([['help'], ['scopes'], ['tools', '--sandbox', '--all', '--json']])(
    'ends do-mcp %s without a stack',
    (...argv) => {
      const { stderr } = spawnSync(
        '/bin/sh',
        ['-c', '"$0" "$@" | head -c 10 > /dev/null', process.execPath, program, ...argv],
        {
          encoding: 'utf8',
          env: {
            PATH: process.env['PATH'] ?? '',
            XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
          },
        },
      );
      expect(stderr).toBe('');
    },
  );
});

describe('where nobody reads stderr', () => {
  const calls = 700;

  /** Calls that are logged, more than any pipe holds, each answered before the next. */
  const callAll = async (session: ReturnType<typeof startRaw>): Promise<void> => {
    session.send(opening);
    await session.next();
    for (let id = 0; id < calls; id += 1) {
      const name = 'account_get';
      session.send(
        `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: {} } })}\n`,
      );
      expect((await session.next()).id).toBe(id);
    }
  };

  it('every call is answered, and the log is whole lines once it is read', async () => {
    const session = startRaw(['--sandbox', '--log-level', 'trace'], { DO_MCP_QUOTA: 'off' });
    closers.push(() => session.child.kill('SIGKILL'));
    await callAll(session);
    let log = '';
    session.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    await session.end();
    expect(log.length).toBeGreaterThan(65_536);
    for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('nor waits for a pipe that the shell made, which blocks whoever writes to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'do-mcp-pipe-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const fifo = join(folder, 'log');
    expect(spawnSync('mkfifo', [fifo]).status).toBe(0);
    const holder = spawn('/bin/sh', ['-c', 'exec sleep 60 < "$0"', fifo]);
    closers.push(() => holder.kill('SIGKILL'));
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        'exec "$0" "$@" 2> "$FIFO"',
        process.execPath,
        program,
        '--sandbox',
        '--log-level',
        'trace',
      ],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
          FIFO: fifo,
          DO_MCP_QUOTA: 'off',
        },
      },
    );
    closers.push(() => child.kill('SIGKILL'));
    const out = child.stdout.setEncoding('utf8');
    child.stdin.write(opening);
    for (let id = 0; id < calls; id += 1) {
      child.stdin.write(
        `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'account_get', arguments: {} } })}\n`,
      );
    }
    let text = '';
    out.on('data', (chunk: string) => {
      text += chunk;
    });
    while (text.split('\n').length < calls + 2) await once(out, 'data');
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
