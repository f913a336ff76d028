// The folder into which credentials are written for the person: opened for this user alone, and looked at each time.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from '../files/error-code.ts';
import { FolderRefused } from './folder-refused.ts';
import { closeToOthers } from './windows-rights.ts';
import { writeNew } from './write-new.ts';

/** Room that is held while a call is under way, in bytes: so much can be written when it comes back. */
const reserved = 64 * 1024;
const room = '.room-';
/** No call takes so long, in milliseconds. */
const longestHeld = 60 * 60 * 1_000;

/** Whether somebody else could put another folder in this one's place. */
const isOpenAbove = (path: string): boolean => {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode } = statSync(at);
    const isSticky = (mode & 0o1000) !== 0;
    if ((mode & 0o002) !== 0 && !isSticky) return true;
    if (dirname(at) === at) return false;
  }
};

/** Where the folder really is: links above it are the system's own business, the folder itself is none. */
const placeOf = (given: string): string => {
  const path = resolve(given.replace(/^~(?=$|[/\\])/, () => homedir()));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return join(realpathSync(dirname(path)), basename(path));
};

const make = (path: string): boolean => {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const checkRights = (path: string, me: number | undefined): void => {
  const { mode, uid } = lstatSync(path);
  if (me !== undefined && uid !== me)
    throw new FolderRefused(
      `${path} belongs to another user of this machine. Name a folder of your own`,
    );
  if (isOpenAbove(path))
    throw new FolderRefused(
      `A folder above ${path} may be changed by everybody on this machine. Name a folder elsewhere`,
    );
  if ((mode & 0o077) === 0) return;
  // What is empty holds nothing that others may count on.
  if (readdirSync(path).length > 0)
    throw new FolderRefused(
      `Other users of this machine may look into ${path}. chmod 700 closes it, or name a folder that does not exist yet`,
    );
  chmodSync(path, 0o700);
};

/** A folder that can be used. */
export interface SecretsFolder {
  /** Its real path. */
  readonly path: string;
  /** Holds some room on the disk until it is called: `release` gives it back. */
  reserve(): () => void;
  /** Takes away room that a process held when it was killed. */
  sweep(now: number): void;
}

/**
 * Opens the folder, made when it is not there, with rights for this user alone.
 * @param me the user of this process, where there are such numbers
 * @throws {FolderRefused} when it cannot be used, or others could read or exchange what is in it.
 */
export const openSecretsFolder = (
  given: string,
  me: number | undefined = process.getuid?.(),
): SecretsFolder => {
  try {
    const path = placeOf(given);
    const isNew = make(path);
    if (!lstatSync(path).isDirectory())
      throw new FolderRefused(
        `${path} is not a folder, or is a link to one. Name the folder itself`,
      );
    if (process.platform === 'win32') {
      if (isNew) closeToOthers(path);
    } else checkRights(path, me);
    return {
      path,
      reserve: () => {
        const held = join(path, `${room}${randomBytes(8).toString('hex')}`);
        writeNew(held, randomBytes(reserved));
        return () => rmSync(held, { force: true });
      },
      sweep: (now) => {
        for (const name of readdirSync(path)) {
          const held = join(path, name);
          if (name.startsWith(room) && now - lstatSync(held).mtimeMs > longestHeld)
            rmSync(held, { force: true });
        }
      },
    };
  } catch (error) {
    if (error instanceof FolderRefused) throw error;
    throw new FolderRefused(
      `Nothing can be written to ${given} (${codeOf(error) ?? 'unknown reason'}). Name a folder that this user may write`,
    );
  }
};
