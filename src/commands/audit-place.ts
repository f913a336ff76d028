// Where the record is that `do-mcp audit` reads, and whether it can be believed.
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { keyPurpose, type Place, placeOf } from '../record/place.ts';
import { type Choice, choiceOf, type Recorded } from '../record/read/choose.ts';
import { inOrder } from '../record/read/in-order.ts';
import type { Verified } from '../record/verify/finding.ts';
import { verify } from '../record/verify/verify.ts';
import { createState, type State } from '../state/state.ts';
import { systemClock } from '../system.ts';
import type { CommandInput } from './command.ts';

/** Nothing of it is made or opened before it is needed: a file that is named can be read without it. */
const stateOf = ({ stateDir, stateKey }: Settings): State =>
  createState({ folder: stateDir, key: stateKey });

/** @throws {UsageError} when there is no folder to look into. */
const needed = (state: State): State => {
  if (state.trouble !== null) throw new UsageError(state.trouble);
  return state;
};

const placeIn = (settings: Settings, state: State): Place => {
  if (settings.audit === 'off')
    throw new UsageError('--audit off keeps no record, so there is none to be read.');
  return placeOf(settings, settings.audit === null ? needed(state) : state);
};

/** Where the record is, and what of it is wanted. */
export const chosen = ({
  settings,
}: Pick<CommandInput, 'settings'>): { place: Place; choice: Choice } => ({
  choice: choiceOf(settings.reading, systemClock.now()),
  place: placeIn(settings, stateOf(settings)),
});

/** The lines that are wanted, in the order of their times. */
export function* linesOf(place: Place, choice: Choice): Generator<Recorded> {
  for (const { line } of inOrder(place, choice)) yield line;
}

/**
 * Verifies the record with the key of the state folder.
 * @throws {UsageError} when there is no such folder.
 */
export const verified = (settings: Settings): Verified => {
  const state = needed(stateOf(settings));
  return verify(placeIn(settings, state), state.keyFor(keyPurpose));
};

/** The same; null where there is no folder that could have the key. */
export const verifiedIfCan = (settings: Settings): Verified | null =>
  stateOf(settings).trouble === null ? verified(settings) : null;
