// The check of the folder into which credentials are written.
import { FolderRefused } from '../../secrets/folder-refused.ts';
import { createSecrets } from '../../secrets/secrets.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'secrets.ok': {
    level: 'ok',
    means: 'Credentials can be written into the folder, for this user alone.',
    remedy: null,
  },
  'secrets.refused': {
    level: 'blocks',
    means:
      'Credentials cannot be written into the folder that --secrets-dir names, so the server does not start.',
    remedy:
      "Name a folder that is this user's alone and can be written, or leave --secrets-dir out: credentials are redacted then.",
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks at the folder for credentials as a start does. */
export const secretsFolder: Check = {
  name: 'secrets',
  title: 'Credentials',
  meanings,
  look: async ({ told: { settings }, clock }) => {
    if (settings === null || settings.secretsDir === null) return [];
    try {
      createSecrets(settings.secretsDir, clock).check();
      return [finding('secrets.ok', `Credentials are written into ${settings.secretsDir}.`)];
    } catch (error) {
      if (error instanceof FolderRefused)
        return [finding('secrets.refused', `--secrets-dir: ${error.message}.`)];
      throw error;
    }
  },
};
