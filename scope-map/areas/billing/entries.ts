// Billing: the balance, what was paid, invoices and what each day cost.
import { describeArea } from '../../entry/area-map.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  balance_get: {
    title: 'Get the balance',
    description:
      'Shows what this month has cost so far and the balance of the account, in US dollars; invoices_get_by_uuid with "preview" tells by what.',
    reply: object(null),
  },
  billingHistory_list: {
    title: 'List the billing history',
    description:
      'Lists payments, credits, refunds, failed charges and invoices, with date and amount.',
    reply: pagedList('billing_history'),
    view: { columns: ['date', 'type', 'description', 'amount', 'invoice_uuid', 'invoice_id'] },
  },
  invoices_list: {
    title: 'List invoices',
    description:
      'Lists monthly invoices with their totals in US dollars; invoice_preview beside them is the running month.',
    reply: pagedList('invoices'),
    view: { columns: ['invoice_uuid', 'invoice_id', 'invoice_period', 'amount'] },
  },
  invoices_get_byUUID: {
    title: 'List the items of an invoice',
    description:
      'Lists what an invoice charges, resource by resource with project and duration; invoices_get_summary_by_uuid gives sums by product instead.',
    reply: pagedList('invoice_items'),
    view: {
      columns: [
        'product',
        'description',
        'group_description',
        'amount',
        'duration',
        'duration_unit',
        'start_time',
        'end_time',
        'project_name',
        'resource_id',
        'resource_uuid',
      ],
    },
  },
  invoices_get_summaryByUUID: {
    title: 'Get the summary of an invoice',
    description:
      'Shows an invoice at a glance: sums by product, overages, taxes, credits, and the billing address.',
    reply: object(null),
  },
  invoices_get_csvByUUID: {
    title: 'Get an invoice as CSV',
    description:
      'Fetches the items of an invoice as CSV text to pass on; invoices_get_by_uuid is better to read and can be filtered.',
    reply: { kind: 'text', as: 'csv' },
  },
  invoices_get_pdfByUUID: {
    title: 'Check for the PDF of an invoice',
    description:
      'Checks that the PDF of an invoice is there; the file itself is not passed on: read invoices_get_csv_by_uuid, or download it in the control panel.',
    // A file of bytes would only be noise to whoever reads the answer.
    reply: nothing,
  },
  billingInsights_list: {
    title: 'List daily costs',
    description:
      'Lists what each resource cost day by day, with region and SKU; estimates that need not add up to the invoice. At most 31 days.',
    reply: {
      kind: 'list',
      key: 'data_points',
      paging: { style: 'numbered', largest: 200, size: 'per_page', pages: 'total_pages' },
    },
    view: {
      columns: [
        'start_date',
        'description',
        'group_description',
        'total_amount',
        'region',
        'sku',
        'usage_team_urn',
      ],
    },
  },
});
