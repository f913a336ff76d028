// The built program makes a call: arguments from stdin, and Ctrl+C while it waits.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { program } from '../stdio/raw-session.ts';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

const start = (argv: readonly string[]) => {
  const child = spawn(process.execPath, [program, 'call', ...argv, '--sandbox'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: mkdtempSync(join(tmpdir(), 'home-')) },
  });
  closers.push(() => child.kill('SIGKILL'));
  const texts = { out: '', err: '' };
  child.stdout.on('data', (more) => {
    texts.out += more;
  });
  child.stderr.on('data', (more) => {
    texts.err += more;
  });
  return { child, texts, ended: async () => ((await once(child, 'close')) as [number])[0] };
};

describe('do-mcp call, as it is built', () => {
  it('takes its arguments from stdin, and ends when its answer is written', async () => {
    const { child, texts, ended } = start(['tags_create', '--args', '-', '--dry-run']);
    child.stdin.end('{"name":"from-stdin"}');
    expect(await ended()).toBe(0);
    expect(JSON.parse(texts.out)).toMatchObject({ request: { body: { name: 'from-stdin' } } });
  });

  it('says after Ctrl+C what became of the call', async () => {
    const { child, texts, ended } = start([
      'droplets_create',
      'name=web-9',
      'region=nyc3',
      'size=s-1vcpu-1gb',
      'image=ubuntu-24-04-x64',
      'wait_seconds=45',
      '--log-level',
      'debug',
    ]);
    child.stdin.end();
    // It has been sent once the program says so in its log.
    while (!texts.err.includes('droplets_create')) await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await ended()).toBe(130);
    expect(texts.err).toContain('Stopping; what became of the call is told in a moment.');
    const answer = JSON.parse(texts.out) as { readonly error?: unknown };
    expect(JSON.stringify(answer)).toMatch(/cancelled/);
  });
});
