// How an area says why DigitalOcean would refuse its operations.
import type { Check, Ground, Sign } from '../endpoint/refusals.ts';

/** A reason to refuse: `ground('found', 'the name is taken')`. */
export const ground = (
  sign: Sign,
  says: string,
  more: Pick<Ground, 'when' | 'perhaps'> = {},
): Ground => ({ sign, says, ...more });

/** The thing must be there. */
export const mustExist = (
  read: Check['read'],
  says: string,
  more: Omit<Check, 'read' | 'grounds'> = {},
): Check => ({
  ...more,
  read,
  grounds: [ground('gone', says)],
});
