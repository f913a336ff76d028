// What the arguments of billing mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  account_urn:
    'do:team:<uuid>, the uuid from account_get, or do:teamgroup:<uuid> for an organization.',
  end_date: 'Last day, at most 31 days after the first.',
  invoice_uuid: 'Invoice UUID, from invoices_list; "preview" for the running month.',
  start_date: 'First day.',
};
