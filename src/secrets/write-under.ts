// Writes a file under the first name that is free, in a folder of its own where programs look for it by its name.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../files/error-code.ts';
import { nextName } from './file-name.ts';
import { writeNew } from './write-new.ts';

/** Files of one name at most: that of one second, kind, thing and field. */
const mostAttempts = 100;

/** What is written, and under which name. */
export interface Writing {
  readonly name: string;
  readonly text: string;
  /** It cannot be had again. */
  readonly durable: boolean;
  /** The name of the file where `name` is that of its folder. */
  readonly file?: string | undefined;
}

const writeInto = (folder: string, file: string, { text, durable }: Writing): string => {
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, file);
  try {
    writeNew(path, text, durable);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return path;
};

/**
 * Writes a new file.
 * @returns its path.
 * @throws when it cannot be written.
 */
export const writeUnder = (folder: string, writing: Writing): string => {
  for (let attempt = 1; ; attempt++) {
    const path = join(folder, nextName(writing.name, attempt));
    try {
      if (writing.file !== undefined) return writeInto(path, writing.file, writing);
      writeNew(path, writing.text, writing.durable);
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || attempt === mostAttempts) throw error;
    }
  }
};
