// The console out of the built program: the page that the build put beside it, at do-mcp http and do-mcp console.
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;
const path = { PATH: process.env['PATH'] ?? '' };

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Starts the program and waits for the address that it tells. */
const addressOf = (args: readonly string[], told: RegExp): Promise<URL> => {
  const env = { ...path, XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '' };
  const child = spawn(process.execPath, [program, ...args], { env });
  closers.push(() => child.kill('SIGKILL'));
  let text = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk;
      const [, found] = told.exec(text) ?? [];
      if (found) resolve(new URL(found));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
};

const filesOf = async (page: URL): Promise<readonly number[]> => {
  const html = await (await fetch(page)).text();
  const files = [...html.matchAll(/(?:src|href)="(\/console\/files\/[^"]+)"/g)];
  return Promise.all(files.map(async ([, file = '']) => (await fetch(new URL(file, page))).status));
};

describe('the console of the built program', () => {
  it('is served by do-mcp http, which says where', async () => {
    const page = await addressOf(['http', '--sandbox', '--port', '0'], /for people (\S+)/);
    expect(page.pathname).toBe('/console');
    const statuses = await filesOf(page);
    expect(statuses.length).toBeGreaterThan(3);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('is served by do-mcp console, which prints an address with a code', async () => {
    const page = await addressOf(['console', '--sandbox'], /(http:\S+#code=\S+)/);
    expect(page.hostname).toBe('127.0.0.1');
    expect(new Set(await filesOf(page))).toEqual(new Set([200]));
    const opened = await fetch(new URL('/console/api/session', page), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-do-mcp-console': 'none' },
      body: JSON.stringify({ code: page.hash.replace('#code=', '') }),
    });
    expect(opened.status).toBe(200);
  });
});
