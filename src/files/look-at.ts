// Looks now and then whether a file has changed, without reading it.
import { statSync } from 'node:fs';
import type { Clock } from '../ports.ts';

/** How often a file is looked at, in milliseconds: what was changed in it counts after that. */
const lookEvery = 1_000;

const stampOf = (path: string): string => {
  try {
    const { mtimeMs, ctimeMs, size, ino, mode } = statSync(path);
    return [mtimeMs, ctimeMs, size, ino, mode].join(':');
  } catch {
    return 'gone';
  }
};

/**
 * Looks at a file when asked, at most once a second.
 * @returns tells whether the file is another than when it was last looked at; a file that went is another too.
 */
export const createLookAt = (path: string, clock: Clock): (() => boolean) => {
  let stamp = stampOf(path);
  let lookedAt = clock.now();
  return () => {
    if (clock.now() - lookedAt < lookEvery) return false;
    lookedAt = clock.now();
    const now = stampOf(path);
    if (now === stamp) return false;
    stamp = now;
    return true;
  };
};
