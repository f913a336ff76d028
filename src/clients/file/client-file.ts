// A client's file as it is on the disk: where it is, its text, its byte order mark and its rights; or why it cannot be used.
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import type { Client } from '../client.ts';
import { FormatRefused } from '../formats/format.ts';
import type { Places } from '../home.ts';

/** The largest file that is read, in bytes; clients that keep their history in it stay far below. */
const largest = 32 * 1024 * 1024;

/** A file that was read. */
export interface ReadClientFile {
  /** Where the file itself is, behind links. */
  readonly target: string;
  /** Its text without a byte order mark; null where there is no file. */
  readonly text: string | null;
  readonly hasMark: boolean;
  /** The rights of the file; null where there is none. */
  readonly mode: number | null;
}

/** The file that a client reads on this machine. */
export const fileOf = (client: Client, places: Places): string => {
  const files = client.files(places);
  const hasFolder = (path: string): boolean => existsSync(dirname(path));
  return (
    (client.instead?.(places) ?? []).find(hasFolder) ?? files.find(hasFolder) ?? files[0] ?? ''
  );
};

/** Whether anything tells that a client is installed. */
export const isInstalled = (client: Client, places: Places): boolean =>
  client.signs(places).some((path) => existsSync(path));

const troubles: Readonly<Record<string, string>> = {
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  ENOTDIR: 'cannot be there: a part of its path is a file',
  ELOOP: 'cannot be read: its links lead in a circle',
  ENAMETOOLONG: 'cannot be there: its name is too long',
};

const refusedFor = (error: unknown): FormatRefused =>
  new FormatRefused(
    troubles[codeOf(error) ?? ''] ?? `cannot be read (${codeOf(error) ?? 'unknown reason'})`,
  );

/** The file behind links; the path itself where there is none yet. */
const targetOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw refusedFor(error);
    // In its place a file would be written, and what the link stands for would be lost.
    if (lstatSync(path, { throwIfNoEntry: false }))
      throw new FormatRefused('is a link that leads nowhere');
    return path;
  }
};

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const textOf = (bytes: Buffer): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new FormatRefused(
      'is written in UTF-16, which its client does not read. Save it as UTF-8',
    );
  if (bytes.includes(0)) throw new FormatRefused('is no text');
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FormatRefused('is not written in UTF-8');
  }
};

/**
 * Reads a client's file; one that is not there is no fault.
 * @throws {FormatRefused} saying what stands against it.
 */
export const readClientFile = (path: string): ReadClientFile => {
  const target = targetOf(path);
  let bytes: Buffer;
  let mode: number;
  try {
    const stats = statSync(target);
    if (stats.isDirectory()) throw new FormatRefused('is a folder');
    if (!stats.isFile()) throw new FormatRefused('is no file but something that looks like one');
    if (stats.size > largest)
      throw new FormatRefused(`is larger than ${largest / 1024 / 1024} MiB`);
    mode = stats.mode & 0o7777;
    bytes = readFileSync(target);
  } catch (error) {
    if (error instanceof FormatRefused) throw error;
    if (codeOf(error) === 'ENOENT') return { target, text: null, hasMark: false, mode: null };
    throw refusedFor(error);
  }
  const text = textOf(bytes);
  const hasMark = text.startsWith('\uFEFF');
  return { target, text: hasMark ? text.slice(1) : text, hasMark, mode };
};

/**
 * Looks whether a file may be changed: a right taken away says that it shall not be.
 * @throws {FormatRefused} where it may not.
 */
export const refuseReadOnly = ({ target, mode }: ReadClientFile): void => {
  try {
    if (mode !== null) {
      if ((mode & 0o200) === 0) throw new FormatRefused('is read-only');
      accessSync(target, constants.W_OK);
    }
    let folder = dirname(target);
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    if (!statSync(folder).isDirectory())
      throw new FormatRefused(`cannot be made: ${folder} is no folder`);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof FormatRefused) throw error;
    throw new FormatRefused('may not be written by this user');
  }
};
