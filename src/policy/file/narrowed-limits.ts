// What is left of a budget when the file that sets it has become faulty: each bound the smaller of what was and can be read.
import type { JsonObject } from '../../../tools/json-object.ts';
import { type Limits, limitsIn, tighter } from '../../guard/spending.ts';
import { budgetFields } from '../shape.ts';

const readable = (written: JsonObject, name: keyof typeof budgetFields): number | undefined => {
  const read = budgetFields[name].safeParse(written[name]);
  return read.success ? read.data : undefined;
};

/** What is gone or cannot be read changes nothing. */
export const narrowedLimits = (
  before: Limits | undefined,
  written: JsonObject,
): Limits | undefined =>
  tighter(
    before,
    limitsIn({
      max_monthly_usd: readable(written, 'max_monthly_usd'),
      max_creates_per_hour: readable(written, 'max_creates_per_hour'),
    }),
  );
