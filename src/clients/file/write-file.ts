// Writes a client's file whole or not at all, keeps a copy of what was there, and notices when somebody else was quicker.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import { writeNew } from '../../secrets/write-new.ts';
import type { Change } from '../change.ts';
import { FormatRefused } from '../formats/format.ts';
import { type ReadClientFile, readClientFile, refuseReadOnly } from './client-file.ts';
import { keepCopy } from './copies.ts';

/** Thrown where the file is not what it was when the change was worked out. */
export class FileMoved extends Error {
  override readonly name = 'FileMoved';
}

const bytesOf = (text: string, hasMark: boolean): Buffer =>
  Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf8');

const troubles: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user, or is in use',
  EBUSY: 'is in use',
  EROFS: 'is on a disk that is read-only',
  ENOSPC: 'does not fit on the disk',
  EDQUOT: 'does not fit into what this user may store',
  ENOTDIR: 'cannot be there: a part of its path is a file',
};

const put = (target: string, bytes: Buffer, mode: number): void => {
  const draft = `${target}.do-mcp-${randomBytes(6).toString('hex')}`;
  try {
    writeNew(draft, bytes, true);
    if (process.platform !== 'win32') {
      chmodSync(draft, mode);
      const owner = statSync(target, { throwIfNoEntry: false });
      // Root, for somebody else: the file stays theirs.
      if (owner && owner.uid !== process.getuid?.()) chownSync(draft, owner.uid, owner.gid);
    }
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
};

/** How a file is written. */
export interface Writing {
  readonly path: string;
  readonly change: Change;
  /** A secret stands in it: nobody else may read it from now on. */
  readonly isSecret: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Makes a change.
 * @returns the copy that was kept; null where there was nothing to keep, or it went back to one.
 * @throws {FileMoved} where the file was changed since it was read; nothing is written then.
 * @throws {FormatRefused} where it cannot be written.
 */
export const makeChange = ({ path, change, isSecret, now }: Writing): string | null => {
  const file: ReadClientFile = readClientFile(path);
  if (file.text !== change.before) throw new FileMoved('somebody else has changed it meanwhile');
  refuseReadOnly(file);
  const { target, hasMark } = file;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const kept = file.mode === null ? 0o600 : file.mode;
    const mode = isSecret ? kept & 0o700 : kept;
    const isBack = change.kind === 'removed' && (change.copy !== null || change.after === null);
    const copy =
      file.text === null || isBack ? null : keepCopy(target, readFileSync(target), kept, now);
    if (change.after === null) rmSync(target);
    else put(target, bytesOf(change.after, hasMark), mode);
    // What it was before stands in its place again.
    if (change.copy !== null) rmSync(change.copy, { force: true });
    return copy;
  } catch (error) {
    throw new FormatRefused(
      troubles[codeOf(error) ?? ''] ?? `cannot be written (${codeOf(error) ?? 'unknown reason'})`,
    );
  }
};
