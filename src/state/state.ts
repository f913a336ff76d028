// The state folder: where the program keeps what outlives it, for this user alone, and the keys that seal it.
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../configuration/usage-error.ts';
import { codeOf } from '../files/error-code.ts';
import { othersWhoRead, othersWhoWrite } from '../files/file-rights.ts';
import { keptKey } from './kept-key.ts';

/** Where things are kept, and what seals them. Nothing is opened or made before it is asked for. */
export interface State {
  /** The folder; null where nothing can be kept, and everything lasts as long as this process. */
  readonly folder: string | null;
  /** Why nothing can be kept, in a sentence; null when all is well. */
  readonly trouble: string | null;
  /** Whether other processes with this folder or key have the same keys. */
  readonly isShared: boolean;
  /** A folder of its own within the folder, made when it is not there; null where nothing can be kept. */
  room(name: string): string | null;
  /** A key of 32 bytes for one purpose; none can be found from another. */
  keyFor(purpose: string): Buffer;
}

/** What the state stands on. */
export interface StateOptions {
  readonly folder: string;
  /** The owner's own key; null: one is made in the folder, once. */
  readonly key: string | null;
}

interface Opened {
  readonly folder: string | null;
  readonly trouble: string | null;
  readonly key: Buffer;
  readonly isShared: boolean;
}

const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // A folder that an earlier program made with wider rights is closed; who may not, is told by what follows.
  if (othersWhoRead(path) !== null || othersWhoWrite(path) !== null) chmodSync(path, 0o700);
};

const open = ({ folder, key }: StateOptions): Opened => {
  const own = key === null ? null : createHash('sha256').update(key).digest();
  try {
    makeFolder(folder);
    const made = own ?? keptKey(join(folder, 'state-key'));
    return { folder, trouble: null, key: made, isShared: true };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return {
      folder: null,
      trouble: `Nothing can be kept in ${folder} (${codeOf(error) ?? 'unknown reason'}). Name a folder that this user may write with --state-dir.`,
      key: own ?? randomBytes(32),
      isShared: own !== null,
    };
  }
};

/**
 * The state of this program.
 * @throws {UsageError} from its methods, when the folder holds a key that is none.
 */
export const createState = (options: StateOptions): State => {
  let opened: Opened | undefined;
  const now = (): Opened => {
    opened ??= open(options);
    return opened;
  };
  return {
    get folder() {
      return now().folder;
    },
    get trouble() {
      return now().trouble;
    },
    get isShared() {
      return now().isShared;
    },
    room: (name) => {
      const { folder } = now();
      if (folder === null) return null;
      const path = join(folder, name);
      makeFolder(path);
      return path;
    },
    keyFor: (purpose) =>
      Buffer.from(hkdfSync('sha256', now().key, '', `digitalocean-scoped-mcp ${purpose}`, 32)),
  };
};
