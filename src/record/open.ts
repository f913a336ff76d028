// Opens the record of this process as its settings and its state say; loaded with the first call.
import type { Settings } from '../configuration/settings.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { State } from '../state/state.ts';
import { version } from '../version.ts';
import { Journal } from './journal.ts';
import { keyPurpose, placeOf } from './place.ts';
import { createKeeper, type Keeper } from './recorder.ts';

/** What the record stands on. */
export interface OpenOptions {
  readonly settings: Pick<Settings, 'audit' | 'auditRequired'>;
  readonly state: State;
  readonly clock: Clock;
  readonly log: Log;
}

/** The record of this process. Nothing is opened on disk before there is something to write. */
export const openRecord = ({ settings, state, clock, log }: OpenOptions): Keeper =>
  createKeeper({
    journal: new Journal({
      place: () => placeOf(settings, state),
      key: () => state.keyFor(keyPurpose),
      clock,
      version,
    }),
    required: settings.auditRequired,
    clock,
    log,
  });
