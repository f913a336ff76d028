// What this process has written: reading something twice does not write it twice, and nothing fills the disk.
import { createHmac, randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';

/** Files that one process writes at most. */
export const mostOfProcess = 5_000;

/** So many values are known at most; the oldest are forgotten. */
const mostKnown = 1_000;

/** The files of this process, by what is in them; of that, no more than a digest is kept. */
export interface KnownFiles {
  /** Whether no more files may be written. */
  readonly isFull: boolean;
  /** Where a value of this kind is; undefined where it was not written, or its file is not what it was. */
  find(kind: string, text: string): string | undefined;
  /** A value was written there. */
  add(kind: string, text: string, path: string): void;
}

const stampOf = (path: string): string | undefined => {
  try {
    const stats = lstatSync(path);
    return stats.isFile() ? [stats.dev, stats.ino, stats.size, stats.mtimeMs].join(':') : undefined;
  } catch {
    return undefined;
  }
};

/**
 * No files yet.
 * @param before files that count as written already
 */
export const createKnownFiles = (before = 0): KnownFiles => {
  const key = randomBytes(32);
  const places = new Map<string, { readonly path: string; readonly stamp: string }>();
  let count = before;
  const digestOf = (kind: string, text: string): string =>
    createHmac('sha256', key).update(kind).update('\0').update(text).digest('hex');
  return {
    get isFull() {
      return count >= mostOfProcess;
    },
    find: (kind, text) => {
      const known = places.get(digestOf(kind, text));
      return known && stampOf(known.path) === known.stamp ? known.path : undefined;
    },
    add: (kind, text, path) => {
      count += 1;
      const stamp = stampOf(path);
      if (stamp === undefined) return;
      const digest = digestOf(kind, text);
      places.delete(digest);
      places.set(digest, { path, stamp });
      const [oldest] = places.keys();
      if (places.size > mostKnown && oldest !== undefined) places.delete(oldest);
    },
  };
};
