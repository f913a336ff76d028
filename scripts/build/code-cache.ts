// Makes V8's code cache for one version of Node.js by letting the built program answer a real client's opening.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openingMessages } from './opening.ts';

const script = fileURLToPath(new URL('./warm-up.cjs', import.meta.url));

/** Warming up takes a second; a program that has not answered by then never will. */
const patience = 30_000;

/**
 * Starts the launcher's bundle under `node`, opens a session, lists the tools, hangs up and waits for the cache.
 *
 * @param node Path of the Node.js that the cache is for.
 * @param launcher Path of the built launcher; the cache appears beside it.
 * @throws Error when the program does not answer or the cache cannot be written.
 */
export const makeCodeCache = (node: string, launcher: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [script, launcher, 'stdio', '--sandbox'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
      timeout: patience,
    });
    let answers = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answers += text;
      if (answers.includes('"id":2') && answers.endsWith('\n')) child.stdin.end();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.stdin.on('error', reject);
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && answers.includes('"id":2')) resolve();
      else reject(new Error(`Warming up ended with ${code ?? 'a signal'}:\n${complaints}`));
    });
    child.stdin.write(openingMessages);
  });
