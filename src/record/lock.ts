// A lock between processes that keep the record in one folder: a file that only one of them can make.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { codeOf } from '../files/error-code.ts';
import { mayLive, thisProcess } from './holder.ts';

// Whoever holds the lock reads and writes one small file.
const longestHold = 10_000;
const longestWait = 2_000;
const pause = 5;

/** Whether a lock was left by a process that ended with it. */
export const isLeft = (path: string): boolean => {
  try {
    const [pid = '', host = ''] = readFileSync(path, 'utf8').trim().split(' ');
    const age = Date.now() - statSync(path).mtimeMs;
    return age > longestHold || (host !== '' && !mayLive({ pid: Number(pid), host }));
  } catch {
    return false;
  }
};

/** Takes away the lock of a process that ended with it; of two that try, one succeeds. */
const breakLock = (path: string): boolean => {
  const aside = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    const seen = readFileSync(path, 'utf8');
    renameSync(path, aside);
    // Another process may have broken it a moment ago and hold its own already: that one is put back.
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, path);
    rmSync(aside, { force: true });
    return true;
  } catch {
    return false;
  }
};

const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/**
 * Does something while no other process does anything under the same lock.
 * @throws what Node throws when the lock cannot be made, and an Error when it was not free in time.
 */
export const withLock = <T>(path: string, work: () => T): T => {
  const { pid, host } = thisProcess();
  // No two holders are the same, not even two threads of one process.
  const mine = `${pid} ${host} ${process.hrtime.bigint()}\n`;
  const began = Date.now();
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (Date.now() - began > longestWait) throw new Error(`${path} is held by another process`);
    if (!isLeft(path) || !breakLock(path)) sleep(pause);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
};
