// Makes the reads that data declares, with the arguments of the call that they precede.
import type { Reading } from '../../scope-map/endpoint/looking.ts';
import { valueAt } from '../../tools/places.ts';
import type { Looked, Looking } from './look.ts';

/** Why there was nothing to see, in words that follow "because"; undefined where it was seen. */
export const whyUnseen = (looked: Looked): string | undefined => {
  if (looked.kind === 'seen') return undefined;
  return looked.kind === 'gone' ? 'there is no such thing' : looked.reason;
};

/** The arguments of a read, from those of the call; undefined where one of them is not given. */
export const argumentsFor = (
  { given = {}, always = {} }: Reading,
  call: unknown,
): Readonly<Record<string, unknown>> | undefined => {
  const found = Object.entries(given).map(([name, place]) => [name, valueAt(call, place)] as const);
  return found.some(([, value]) => value === undefined)
    ? undefined
    : { ...Object.fromEntries(found), ...always };
};

/** Looks as the data says; not seen where the call lacks what the read needs. */
export const readAs = async (
  reading: Reading,
  call: unknown,
  { look }: Looking,
): Promise<Looked> => {
  const given = argumentsFor(reading, call);
  return given === undefined
    ? { kind: 'unread', reason: 'the call does not name what to read' }
    : look(reading.operation, given);
};
