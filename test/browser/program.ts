// The built program as a person starts it, for as long as a file of tests needs it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/do-mcp.cjs', import.meta.url));

const closers: (() => void)[] = [];
// Said here, and not where something is opened: what a hook registers ends with the hook.
after(() => {
  for (const close of closers.splice(0)) close();
});

/** A state folder of its own, removed at the end. */
export const newStateDir = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-browser-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs a command to its end. */
export const runCommand = (...words: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

/** Starts a server and waits until it says where people find its console. */
export const startServer = (...words: string[]): Promise<URL> => {
  const child = spawn(process.execPath, [program, ...words, '--port', '0'], {
    env: { PATH: process.env['PATH'] },
  });
  closers.push(() => child.kill('SIGKILL'));
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const port = /at (https?:\S+)\/mcp/.exec(said)?.[1];
      const listens = /"port":(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(new URL(listens ? `http://127.0.0.1:${listens}` : port));
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
};
