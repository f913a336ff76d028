// The check of the state folder: whether things can be kept there, and by this user alone.
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beginningOf } from '../../../tools/cut-text.ts';
import { othersWhoRead, othersWhoWrite } from '../../files/file-rights.ts';
import { couldKeep } from '../../state/could-keep.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'state.ok': {
    level: 'ok',
    means: 'The state folder is there, and this user alone may use it.',
    remedy: null,
  },
  'state.not_yet': {
    level: 'note',
    means: 'There is no state folder yet. It is made when something has to be kept.',
    remedy: 'Nothing has to be done; --fix makes it now.',
    fixes: 'makes the folder, mode 0700',
  },
  'state.unwritable': {
    level: 'blocks',
    means:
      'Nothing can be kept in the state folder: no record, so changes are not done, and no question to people that outlives the process.',
    remedy:
      'Name a folder that this user may write with --state-dir, or change the rights of this one.',
  },
  'state.rights': {
    level: 'warning',
    means: 'Other users of this machine may look into the state folder, or write there.',
    remedy: 'chmod 700 the folder.',
    fixes: 'sets the mode of the folder to 0700',
  },
  'state.key_rights': {
    level: 'blocks',
    means:
      'Other users of this machine may use the key that seals consent and record, so it is refused.',
    remedy:
      'chmod 600 the key. Where others may have read it, delete it as well: another is made, and the old record cannot be verified any more.',
    fixes: 'sets the mode of the key to 0600',
  },
  'state.key_broken': {
    level: 'blocks',
    means: 'The file of the key that seals consent and record does not hold a key of this program.',
    remedy:
      'Put the right one back; without it, the record cannot be verified any more. Delete the file to begin anew.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const isOpen = (path: string): boolean =>
  othersWhoRead(path) !== null || othersWhoWrite(path) !== null;

const keyIn = (folder: string): readonly Finding[] => {
  const path = join(folder, 'state-key');
  if (!existsSync(path)) return [];
  if (isOpen(path))
    return [
      finding('state.key_rights', `Others may use ${path}.`, {
        fix: { did: `Set the mode of ${path} to 0600.`, run: () => chmodSync(path, 0o600) },
      }),
    ];
  const isKey = /^[\da-f]{64}\s*$/.test(beginningOf(readFileSync(path, 'utf8'), 1_000));
  return isKey ? [] : [finding('state.key_broken', `${path} does not hold a key.`)];
};

const lookInto = (folder: string, hasOwnKey: boolean): readonly Finding[] => {
  if (!existsSync(folder))
    return couldKeep(folder)
      ? [
          finding('state.not_yet', `${folder} is not there yet.`, {
            fix: {
              did: `Made ${folder}.`,
              run: () => {
                mkdirSync(folder, { recursive: true, mode: 0o700 });
              },
            },
          }),
        ]
      : [finding('state.unwritable', `${folder} cannot be made.`)];
  if (!statSync(folder).isDirectory()) return [finding('state.unwritable', `${folder} is a file.`)];
  if (!couldKeep(folder))
    return [finding('state.unwritable', `This user may not write ${folder}.`)];
  const open = isOpen(folder)
    ? [
        finding('state.rights', `Others may use ${folder}.`, {
          fix: { did: `Set the mode of ${folder} to 0700.`, run: () => chmodSync(folder, 0o700) },
        }),
      ]
    : [finding('state.ok', `${folder} is this user's alone.`)];
  return [...open, ...(hasOwnKey ? [] : keyIn(folder))];
};

/** Looks at the state folder, and makes nothing there. */
export const stateFolder: Check = {
  name: 'state',
  title: 'State folder',
  meanings,
  look: async ({ told: { settings } }) =>
    settings === null ? [] : lookInto(settings.stateDir, settings.stateKey !== null),
};
