// Reads a small text file of ours, whatever byte order mark an editor put before it, and says what is wrong in words.
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf } from './error-code.ts';

/** The largest file of ours, in bytes; what is larger is another file. */
const largest = 16 * 1024 * 1024;

/** Why a file cannot be used, in words for a person. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Text from bytes: UTF-8, or UTF-16 when a byte order mark says so, as some shells of Windows write it. */
export const textFrom = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
};

/**
 * The text of a file.
 * @throws what Node throws, for `fileTrouble`; {FileRefused} when it is too large.
 */
export const readText = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > largest)
      throw new FileRefused(`is larger than ${largest / 1024 / 1024} MiB`);
    return textFrom(readFileSync(file));
  } finally {
    closeSync(file);
  }
};

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not there: a part of its path is no folder',
  ENAMETOOLONG: 'is not there: its name is too long',
  ELOOP: 'is not there: its links lead in a circle',
  EMFILE: 'cannot be opened: too many files are open',
};

/** What is wrong with a file, as a sentence that names it. */
export const fileTrouble = (name: string, error: unknown): string => {
  if (error instanceof FileRefused) return `The file ${name} ${error.message}.`;
  const code = codeOf(error) ?? '';
  return `The file ${name} ${troubles[code] ?? `cannot be read (${code || 'unknown reason'})`}.`;
};
