// Where the console finds the record of its server, and what of it may be told to whom.
import { statSync } from 'node:fs';
import type { Settings } from '../../configuration/settings.ts';
import type { Clock } from '../../ports.ts';
import type { Program } from '../../program.ts';
import { keyPurpose, type Place, pathIn, placeOf } from '../../record/place.ts';
import { openBook } from '../../undo/book.ts';

/** The record of a server. */
export interface RecordSource {
  /** Why there is none to be read; null: there is. */
  none(): 'not_kept' | 'device' | null;
  /** @throws when the state folder cannot be used. */
  place(): Place;
  /** The key that seals it. */
  key(): Buffer;
  /** Whether other replicas have records of their own. */
  readonly isReplica: boolean;
  /** Whether a change can be put back. */
  isKept(id: string): Promise<boolean>;
}

/** The record that a program with these settings writes, or that others write into the same state folder. */
export const recordSource = (
  { isRecorded, state, redis }: Pick<Program, 'isRecorded' | 'state' | 'redis'>,
  settings: Pick<Settings, 'audit'>,
  clock: Clock,
): RecordSource => {
  const place = (): Place => placeOf(settings, state);
  return {
    none: () => {
      if (!isRecorded) return 'not_kept';
      const { first, ...rest } = place();
      const file = first === null ? null : pathIn({ first, ...rest }, first);
      const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
      return stat === undefined || stat.isFile() ? null : 'device';
    },
    place,
    key: () => state.keyFor(keyPurpose),
    isReplica: redis !== undefined,
    isKept: async (id) => (await openBook({ state, redis, clock }).find(id)).kind === 'kept',
  };
};
