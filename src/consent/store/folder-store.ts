// A store in a folder that the processes of one user share: a file a text, linked into place whole.
import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import type { Clock } from '../../ports.ts';
import { isName, keptFor, type OnceStore } from './once-store.ts';

/** The longest file that is read, in bytes: none of ours is longer. */
const longestFile = 64 * 1_024;

/** A text, behind the time until which it is kept. */
const fileOf = (until: number, text: string): string => `${until}\n${text}`;

/** @param folder for this user alone. */
export const createFolderStore = (folder: string, clock: Pick<Clock, 'now'>): OnceStore => {
  const read = async (name: string): Promise<string | undefined> => {
    if (!isName(name)) return undefined;
    const path = join(folder, name);
    try {
      if ((await stat(path)).size > longestFile) return undefined;
      const file = await readFile(path, 'utf8');
      const line = file.indexOf('\n');
      return Number(file.slice(0, line)) > clock.now() ? file.slice(line + 1) : undefined;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  };

  /** Removes what is over, and what a process left half done; another may be at it, too. */
  const sweep = async (): Promise<void> => {
    for (const name of await readdir(folder))
      if (isName(name) && (await read(name)) === undefined)
        await rm(join(folder, name), { force: true });
  };

  return {
    read,
    make: async (name, text) => {
      if (!isName(name)) return false;
      if (name.endsWith('.question')) await sweep();
      const draft = join(folder, `${randomBytes(8).toString('hex')}.draft`);
      await writeFile(draft, fileOf(clock.now() + keptFor, text), { mode: 0o600, flag: 'wx' });
      try {
        await link(draft, join(folder, name));
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(draft, { force: true });
      }
    },
    names: async (ending) =>
      (await readdir(folder)).filter((name) => name.endsWith(ending) && isName(name)),
  };
};
