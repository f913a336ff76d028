// What a person has to type to agree: a tick is too quick for what is large, or gone for good.
import { holdsMark } from '../../tools/secrets/redaction-mark.ts';
import { veil } from '../../tools/secrets/veil.ts';
import type { Stakes } from './covers.ts';

/** Dollars a month from which a name is typed. */
const dear = 100;

/** The longest name that anybody is made to type, in characters. */
const longest = 64;

/** A name that a keyboard has, and no credential: others are not typed, and "destroy" or "agree" stands for them. */
const isTypable = (name: string): boolean =>
  name.length <= longest &&
  /^[!-~]([ -~]*[!-~])?$/.test(name) &&
  !holdsMark(name) &&
  veil(name) === name;

/**
 * What to type: the name of the thing; null where a tick is enough.
 * @param target names the thing where reads did not.
 */
export const typedFor = ({ harm, price }: Stakes, target: string | null): string | null => {
  const destroysMuch =
    harm !== null &&
    (harm.losesData ||
      harm.destroyed === null ||
      harm.destroyed > 1 ||
      (harm.monthlyUsd ?? 0) >= dear);
  const costsMuch = price !== null && (price.monthlyUsd ?? 0) >= dear;
  if (!destroysMuch && !costsMuch) return null;
  const name = harm?.name ?? target;
  if (name !== null && isTypable(name)) return name;
  return destroysMuch ? 'destroy' : 'agree';
};
