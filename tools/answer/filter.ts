// Makes the filter of a list from its conditions. It looks at items as an answer would show them: nobody may find out a
// credential by asking whether it equals something.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { columnsOf } from '../columns.ts';
import { fulfils, type WhereCondition } from '../request/where.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { showAs } from './view.ts';

/** A filter for the items of one endpoint's list. */
export const createFilter = (
  endpoint: Pick<Endpoint, 'discloses' | 'view'>,
  conditions: readonly WhereCondition[],
  allowSecrets: boolean,
): ((item: unknown) => boolean) => {
  const columns = columnsOf(endpoint.view);
  const redactor = createRedactor(endpoint.discloses, allowSecrets);
  const pick = showAs(endpoint.view, { fields: conditions.map(({ field }) => field) });
  return (item) => fulfils(redactor.redact(pick(item)), conditions, columns);
};
