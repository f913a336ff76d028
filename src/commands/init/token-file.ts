// Keeps a token in a file for this user alone, in the folder for configuration.

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { othersWhoRead, othersWhoWrite } from '../../files/file-rights.ts';
import { closeToOthers } from '../../secrets/windows-rights.ts';
import { writeNew } from '../../secrets/write-new.ts';

/**
 * Writes the file whole, mode 0600, in a folder that nobody else may enter.
 * @throws when it cannot be written.
 */
export const keepToken = (path: string, token: string): void => {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') closeToOthers(folder);
  else if (othersWhoRead(folder) !== null || othersWhoWrite(folder) !== null)
    chmodSync(folder, 0o700);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeNew(draft, `${token}\n`, true);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
};
