// Copies of a client's file from before a change of ours, beside it.
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import { writeNew } from '../../secrets/write-new.ts';
import type { Copy } from '../change.ts';

const ending = '.before-do-mcp';

/** Copies that are looked at when one is to be put back. */
const most = 20;

const stamp = (now: number): string => new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** The copies of a file, the newest first. */
export const copiesOf = (target: string): readonly Copy[] => {
  const folder = dirname(target);
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.startsWith(basename(target) + ending));
  } catch {
    return [];
  }
  const dated = names.flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, at: stats.mtimeMs }] : [];
  });
  return dated
    .toSorted((a, b) => b.at - a.at)
    .slice(0, most)
    .flatMap(({ path }) => {
      try {
        const text = readFileSync(path, 'utf8');
        return [{ path, text: text.startsWith('\uFEFF') ? text.slice(1) : text }];
      } catch {
        return [];
      }
    });
};

/**
 * Keeps a copy of a file's bytes beside it, with its rights; one that holds them already is enough.
 * @param now milliseconds since the epoch, for the name of a second copy.
 * @returns its path.
 * @throws when it cannot be written.
 */
export const keepCopy = (target: string, bytes: Buffer, mode: number, now: number): string => {
  const second = `${target}${ending}-${stamp(now)}`;
  const further = Array.from({ length: most }, (_, index) => `${second}-${index + 2}`);
  for (const path of [target + ending, second, ...further]) {
    try {
      writeNew(path, bytes, true);
      if (process.platform !== 'win32') chmodSync(path, mode & 0o777);
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (readFileSync(path).equals(bytes)) return path;
    }
  }
  throw new Error('too many copies within one second');
};
