// Which process writes a file, and whether it may still be at it.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from '../files/error-code.ts';

/** A process of a machine. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it began, as its system tells; absent where that is not told. Numbers of processes are given again. */
  readonly began?: string;
}

/** When a process began, in ticks since the machine did; only Linux tells. */
const beginningOf = (pid: number | 'self'): string | undefined => {
  try {
    // The name of the program stands in parentheses and may hold anything, blanks and parentheses too.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};

/** This process. */
export const thisProcess = (): Holder => {
  const began = beginningOf('self');
  return { pid: process.pid, host: hostname(), ...(began !== undefined && { began }) };
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and another user's.
    return codeOf(error) === 'EPERM';
  }
};

/** Whether a process may still be at work; of another machine nobody can tell. */
export const mayLive = ({ pid, host, began }: Holder): boolean => {
  if (host !== hostname()) return true;
  if (!isThere(pid)) return false;
  const now = beginningOf(pid);
  return began === undefined || now === undefined || began === now;
};
