// Keeps the ledger in a folder that the processes of one user share: a file a version, linked into place whole.
import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import type { Kept, Shelf } from './shelf.ts';

const ending = '.ledger';

/**
 * So many versions stay: whoever has just found the newest can still read it, and whoever comes late with the next one
 * finds its place taken.
 */
const versionsKept = 16;

/** Versions are numbers of one length, so that their names sort as they do. */
const nameOf = (version: number): string => `${String(version).padStart(12, '0')}${ending}`;

const versionOf = (name: string): number | undefined => {
  const found = /^(\d{12})\.ledger$/.exec(name)?.[1];
  return found === undefined ? undefined : Number(found);
};

const versionsIn = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder)).flatMap((name) => versionOf(name) ?? []).toSorted((a, b) => a - b);

/** @param folder for this user alone. */
export const createFolderShelf = (folder: string): Shelf => {
  const read = async (): Promise<Kept | null> => {
    for (;;) {
      const newest = (await versionsIn(folder)).at(-1);
      if (newest === undefined) return null;
      try {
        const text = await readFile(join(folder, nameOf(newest)), 'utf8');
        return { version: String(newest), text };
      } catch (error) {
        // Others have gone on so far meanwhile that it was swept away.
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    }
  };

  const sweep = async (): Promise<void> => {
    for (const old of (await versionsIn(folder)).slice(0, -versionsKept))
      await rm(join(folder, nameOf(old)), { force: true });
  };

  return {
    read,
    replace: async (version, text) => {
      const newest = (await versionsIn(folder)).at(-1);
      if ((newest === undefined ? null : String(newest)) !== version) return { now: await read() };
      const next = version === null ? 1 : Number(version) + 1;
      const draft = join(folder, `${randomBytes(8).toString('hex')}.draft`);
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
        await file.close();
        await link(draft, join(folder, nameOf(next)));
      } catch (error) {
        await file.close().catch(() => undefined);
        if (codeOf(error) !== 'EEXIST') throw error;
        return { now: await read() };
      } finally {
        await rm(draft, { force: true });
      }
      await sweep();
      return { done: String(next) };
    },
  };
};
