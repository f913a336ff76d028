// What calls about agents bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  genai_attach_agent_guardrails: [notPriced('what the guardrails read, by tokens')],
};
