// What calls about knowledge bases bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  genai_create_knowledge_base: [
    notPriced('reading the sources by tokens, and the database that keeps them'),
  ],
  genai_create_indexing_job: [notPriced('reading the sources, by tokens')],
  genai_create_scheduled_indexing: [notPriced('reading the sources each time, by tokens')],
};
