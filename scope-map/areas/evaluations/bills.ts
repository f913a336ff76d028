// What calls about evaluations bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  genai_run_evaluation_test_case: [notPriced('what the run reads and writes, by tokens')],
  genai_create_model_evaluation_run: [notPriced('what the run reads and writes, by tokens')],
};
