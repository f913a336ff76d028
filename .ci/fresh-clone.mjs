// Plays a stranger: clones the project into an empty folder and types the two commands of the README, nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'do-mcp-clone-'));
const clone = join(folder, 'digitalocean-scoped-mcp');
const address = 'http://127.0.0.1:8080/mcp';

// What a person who has just installed Node.js has set: no token, and not the settings of the calling npm either.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(DIGITALOCEAN_|DO_MCP_|npm_|INIT_CWD$|NODE_ENV$)/.test(name),
  ),
);

const request = async (method, params) => {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  const data = text.split('\n').find((line) => line.startsWith('data: {'));
  return JSON.parse(data?.slice('data: '.length) ?? text).result;
};

/** The server drains after npm has gone; twenty seconds are plenty. */
const portFree = async () => {
  for (let tries = 0; tries < 80; tries += 1) {
    const taken = await fetch(address, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (!taken) return;
    await pause(250);
  }
  throw new Error('The server was still there twenty seconds after npm start was told to end.');
};

/** Starts, waits until `/mcp` answers, lists and calls, stops; returns what was printed and how long it took. */
const serveOnce = async () => {
  const began = performance.now();
  const npm = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = once(npm, 'exit');
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      npm.kill('SIGTERM');
      reject(new Error(`npm start did not name ${address} in four minutes:\n${printed}`));
    }, 240_000);
    for (const stream of [npm.stdout, npm.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
        if (!printed.includes(address)) return;
        clearTimeout(late);
        resolve();
      });
    npm.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${printed}`));
    });
  });
  const seconds = (performance.now() - began) / 1000;
  const { tools } = await request('tools/list', {});
  const listed = await request('tools/call', { name: 'droplets_list', arguments: {} });
  npm.kill('SIGTERM');
  await ended;
  await portFree();
  if (listed.isError) throw new Error(`droplets_list answered ${listed.content[0].text}`);
  return { printed, seconds, tools: tools.length };
};

try {
  const cloned = spawnSync('git', ['clone', '--quiet', project, clone], { stdio: 'inherit' });
  if (cloned.status !== 0) throw new Error('The project could not be cloned.');
  const first = await serveOnce();
  console.log(`npm start: ${first.tools} tools after ${first.seconds.toFixed(1)} s`);
  const second = await serveOnce();
  console.log(`npm start again: ${second.tools} tools after ${second.seconds.toFixed(1)} s`);
  if (/Installing|Building/.test(second.printed))
    throw new Error(`The second start made something anew:\n${second.printed}`);
  const test = spawnSync('npm', ['test', '--', 'test/packaging/start-arguments.test.ts'], {
    cwd: clone,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (test.status !== 0) throw new Error(`npm test failed:\n${test.stdout}${test.stderr}`);
  console.log('npm test: passed');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  // A server that could not be stopped would hold its pipes, and with them this process, open for ever.
  process.exit();
}
