// What a reply must show besides a done state: an address, power that is off.
import type { Demand } from '../../../scope-map/endpoint.ts';
import { valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';

const isAsked = ({ when, unless }: Demand, given: Arguments): boolean =>
  (when === undefined || isTrueOf(when, given)) &&
  !(unless !== undefined && isTrueOf(unless, given));

const isMet = ({ field, is }: Demand, body: unknown): boolean =>
  valuesAt(body, field)
    .flat()
    .some((value) =>
      is === undefined
        ? value !== null && value !== undefined && value !== ''
        : is.some((one) => one === value),
    );

/** The first demand that applies to a call with these arguments and that the reply does not meet. */
export const unmet = (
  demands: readonly Demand[] | undefined,
  given: Arguments,
  body: unknown,
): Demand | undefined => demands?.find((demand) => isAsked(demand, given) && !isMet(demand, body));
