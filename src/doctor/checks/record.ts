// The check of the record: whether calls are recorded, whether somebody has touched what is there, and what never ended.
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '../../configuration/settings.ts';
import { isLeft } from '../../record/lock.ts';
import { inFolder, keyPurpose, type Place, pathIn, placeOf, room } from '../../record/place.ts';
import { verify } from '../../record/verify/verify.ts';
import { isRecorded } from '../../record/whether.ts';
import { couldKeep } from '../../state/could-keep.ts';
import { createState } from '../../state/state.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'record.ok': {
    level: 'ok',
    means: 'The record is whole: nobody has changed, cut or taken away anything of it.',
    remedy: null,
  },
  'record.none': {
    level: 'ok',
    means: 'Nothing is on record yet.',
    remedy: null,
  },
  'record.simulated': {
    level: 'ok',
    means: 'On the simulation calls are recorded where --audit names a file, and not otherwise.',
    remedy: null,
  },
  'record.off': {
    level: 'note',
    means: 'Calls are not recorded: afterwards nobody can tell what an agent did.',
    remedy: 'Leave out --audit off.',
  },
  'record.unwritable': {
    level: 'blocks',
    means: 'Calls cannot be recorded where they shall be, and what cannot be recorded is not done.',
    remedy:
      'Name a file that this user may write with --audit, or leave it out to keep the record in the state folder.',
  },
  'record.touched': {
    level: 'warning',
    means:
      'Something of the record was changed, cut or taken away by somebody else than this program.',
    remedy:
      'do-mcp audit verify tells each place. Keep the files as they are for whoever looks into it.',
  },
  'record.open_changes': {
    level: 'note',
    means:
      'Changes were begun of which the end is not on record: their process was ended in the middle.',
    remedy: 'do-mcp audit verify names them; look in the account whether they were done.',
  },
  'record.stale_lock': {
    level: 'warning',
    means: 'A lock lies there that a process has left which is gone.',
    remedy: 'Nothing has to be done: the next process takes it away. --fix does so now.',
    fixes: 'takes the lock away',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const placeFor = (settings: Settings): Place | null => {
  if (settings.audit !== null)
    return placeOf(settings, createState({ folder: settings.stateDir, key: settings.stateKey }));
  const folder = join(settings.stateDir, room);
  // Asking the state for it would make it.
  return existsSync(folder) ? inFolder(folder) : null;
};

const lockOn = (place: Place): readonly Finding[] => {
  const path = pathIn(place, `${place.ledger}.lock`);
  return existsSync(path) && isLeft(path)
    ? [
        finding('record.stale_lock', `${path} was left by a process that is gone.`, {
          fix: { did: `Took ${path} away.`, run: () => rmSync(path, { force: true }) },
        }),
      ]
    : [];
};

const hasKey = ({ stateDir, stateKey }: Settings): boolean =>
  stateKey !== null || existsSync(join(stateDir, 'state-key'));

const verified = (settings: Settings, place: Place): readonly Finding[] => {
  if (!hasKey(settings)) return [finding('record.none', 'Nothing is on record yet.')];
  const key = createState({ folder: settings.stateDir, key: settings.stateKey }).keyFor(keyPurpose);
  const { files, lines, findings, open } = verify(place, key);
  const left = open.filter(({ mayBeUnderWay }) => !mayBeUnderWay);
  return [
    files === 0
      ? finding('record.none', 'Nothing is on record yet.')
      : findings.length === 0
        ? finding('record.ok', `${lines} lines in ${files} files, whole, in ${place.folder}.`)
        : finding(
            'record.touched',
            `The record in ${place.folder} was touched in ${findings.length} places.`,
            { details: findings.slice(0, 5).map(({ file, says }) => `${file}: ${says}`) },
          ),
    ...(left.length === 0
      ? []
      : [finding('record.open_changes', `${left.length} changes have no end on record.`)]),
  ];
};

/** Looks at the record, and writes nothing there. */
export const record: Check = {
  name: 'record',
  title: 'Record',
  meanings,
  look: async ({ told: { settings } }) => {
    if (settings === null) return [];
    if (!isRecorded(settings, false))
      return settings.audit === 'off'
        ? [finding('record.off', 'Calls are not recorded.')]
        : [finding('record.simulated', 'Calls of the simulation are not recorded.')];
    if (settings.audit !== null && !couldKeep(dirname(resolve(settings.audit))))
      return [finding('record.unwritable', `This user cannot write ${settings.audit}.`)];
    const place = placeFor(settings);
    if (place === null) return [finding('record.none', 'Nothing is on record yet.')];
    return [...verified(settings, place), ...lockOn(place)];
  },
};
