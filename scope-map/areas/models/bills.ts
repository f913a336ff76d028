// What calls about models bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  genai_import_custom_model: [notPriced('storage of the model')],
};
