// Decides whether a condition on an argument holds for a call.
import type { When } from '../../scope-map/endpoint.ts';
import { valuesAt } from '../places.ts';
import type { Arguments } from '../tool/tool.ts';

/** Whether a value says something: not an empty text or list. */
export const isFilled = (value: unknown): boolean =>
  value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether a condition holds: the argument has one of its values, or, where it names none, has any (or none). */
export const isTrueOf = ({ argument, is, absent }: When, given: Arguments): boolean => {
  const holds = valuesAt(given, argument).some((value) =>
    is === undefined ? isFilled(value) : is.some((one) => one === value),
  );
  return absent ? !holds : holds;
};
