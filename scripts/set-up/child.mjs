// Runs another program in the foreground: its output is ours, signals go through, its exit code comes back.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * Runs a program to its end.
 *
 * @param {string} command Program to run.
 * @param {readonly string[]} args Its arguments.
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options Where it runs, and with what.
 * @returns {Promise<number>} The exit code; 128 plus the signal's number when a signal ended it.
 */
export const runChild = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const handlers = forwarded.map((signal) => {
      // A terminal sends Ctrl+C to the whole group: passing it on would interrupt the child twice.
      const pass = () => {
        if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal);
      };
      process.on(signal, pass);
      return () => process.off(signal, pass);
    });
    const finish = () => {
      for (const remove of handlers) remove();
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      finish();
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]));
    });
  });
