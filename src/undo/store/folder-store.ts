// A store in the state folder: a file for each, for this user alone.
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import type { Clock } from '../../ports.ts';
import { heldFor, isId, type Store } from './store.ts';

const ending = '.former';
const held = '.taken';

/** The longest file that is read, in bytes: encryption makes texts a third longer. */
const longestFile = 256 * 1_024;

const within = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * @param folder for this user alone.
 * @param most so many are kept; the oldest go first.
 */
export const createFolderStore = (
  folder: string,
  clock: Pick<Clock, 'now'>,
  most: number,
): Store => {
  const pathOf = (id: string, end = ending): string => join(folder, `${id}${end}`);

  const read = async (id: string): Promise<string | undefined> => {
    if (!isId(id)) return undefined;
    const found = await within(stat(pathOf(id)));
    if (!found || found.size > longestFile) return undefined;
    const file = await within(readFile(pathOf(id), 'utf8'));
    if (file === undefined) return undefined;
    const line = file.indexOf('\n');
    return Number(file.slice(0, line)) > clock.now() ? file.slice(line + 1) : undefined;
  };

  const ids = async (): Promise<readonly string[]> =>
    (await readdir(folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter(isId);

  const remove = async (id: string): Promise<void> => {
    await rm(pathOf(id), { force: true });
    await rm(pathOf(id, held), { force: true });
  };

  /** What is over goes, and the oldest of what is too many; another process may be at it, too. */
  const sweep = async (): Promise<void> => {
    const all = await ids();
    const ages = await Promise.all(
      all.map(async (id) => ({
        id,
        at: (await within(stat(pathOf(id))))?.mtimeMs ?? 0,
        isOver: (await read(id)) === undefined,
      })),
    );
    const left = ages.filter(({ isOver }) => !isOver).toSorted((one, other) => one.at - other.at);
    const tooMany = left.slice(0, Math.max(0, left.length - most));
    for (const { id } of [...ages.filter(({ isOver }) => isOver), ...tooMany]) await remove(id);
  };

  let puts = 0;
  return {
    put: async (id, text, until) => {
      if (!isId(id)) throw new Error('this is no id of the record');
      // Everything is looked through with the first, and again before there are many more than may be.
      puts += 1;
      if (puts % 100 === 1) await sweep();
      const draft = join(folder, `${randomBytes(8).toString('hex')}.draft`);
      await writeFile(draft, `${until}\n${text}`, { mode: 0o600, flag: 'wx' });
      await rename(draft, pathOf(id)).catch(async (error: unknown) => {
        await rm(draft, { force: true });
        throw error;
      });
    },
    read,
    ids,
    remove,
    take: async (id) => {
      if (!isId(id)) return false;
      const path = pathOf(id, held);
      const before = await within(stat(path));
      if (before && before.mtimeMs + heldFor < clock.now()) await rm(path, { force: true });
      try {
        await writeFile(path, '', { mode: 0o600, flag: 'wx' });
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      }
    },
    release: async (id) => {
      if (isId(id)) await rm(pathOf(id, held), { force: true });
    },
  };
};
