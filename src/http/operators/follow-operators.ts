// Follows the file of operators while the server runs: a change counts within a second, and a fault lets nobody in.
import { UsageError } from '../../configuration/usage-error.ts';
import { createLookAt } from '../../files/look-at.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { type Operator, type OperatorPlace, readOperators } from './operator-file.ts';

/** The operators as their file stands now. */
export type Operators = () => readonly Operator[];

/** @throws {UsageError} when the file cannot be used at the start. */
export const followOperators = (place: OperatorPlace, clock: Clock, log: Log): Operators => {
  const look = createLookAt(place.path, clock);
  let current = readOperators(place);
  return () => {
    if (!look()) return current;
    try {
      current = readOperators(place);
      log.info({ operators: current.length }, 'the file of operators was read again');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      current = [];
      log.error(
        { reason: error.message },
        'the file of operators has a fault: no operator is let in',
      );
    }
    return current;
  };
};
