// How people ask for bills and costs.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  balance_get: {
    asked: [
      'how much do i owe',
      'what have we spent this month',
      'how much credit is left',
      'what is my current bill so far',
    ],
    common: 2,
  },
  billingHistory_list: {
    asked: [
      'did the last payment go through',
      'when was my card charged',
      'which refunds and credits did we get',
      'show past payments',
    ],
  },
  invoices_list: {
    asked: [
      'what did we pay each month',
      'show all bills of this year',
      'how much was the march bill',
      'find the id of the latest bill',
    ],
    common: 2,
  },
  invoices_get_byUUID: {
    asked: [
      'what exactly are we paying for',
      'which server cost most last month',
      'break down the bill by resource',
      'what did each project cost',
    ],
    common: 2,
  },
  invoices_get_summaryByUUID: {
    asked: [
      'how much of the bill is databases',
      'taxes on the last bill',
      'sum up a bill by product',
      'which billing address is on the invoice',
    ],
  },
  invoices_get_csvByUUID: {
    asked: [
      'give me the bill as a spreadsheet',
      'export an invoice',
      'download the invoice as csv',
    ],
  },
  invoices_get_pdfByUUID: {
    asked: ['download the invoice as pdf', 'i need the printed bill for accounting'],
    common: 0,
  },
  billingInsights_list: {
    asked: [
      'what did we spend per day',
      'why did costs jump last week',
      'daily spending by region',
      'cost trend of the last 30 days',
    ],
  },
};
