// Spaces keys and what has to be paid.
import type { Walker } from './walker.ts';

export const walkBilling = async ({ get, post, call, crud }: Walker) => {
  // Spaces keys
  const { key: spaces } = await post('/v2/spaces/keys', {
    name: 'walk',
    grants: [{ bucket: 'walks', permission: 'read' }],
  });
  await crud('/v2/spaces/keys', `/v2/spaces/keys/${spaces.access_key}`);
  await call('PUT', `/v2/spaces/keys/${spaces.access_key}`, { name: 'walked' });
  await call('PATCH', `/v2/spaces/keys/${spaces.access_key}`, { name: 'walking' });
  await call('DELETE', `/v2/spaces/keys/${spaces.access_key}`);

  // Money
  await get('/v2/customers/my/balance');
  await get('/v2/customers/my/billing_history');
  const { invoice_preview: invoice } = await get('/v2/customers/my/invoices');
  await get(`/v2/customers/my/invoices/${invoice.invoice_uuid}`);
  await get(`/v2/customers/my/invoices/${invoice.invoice_uuid}/summary`);
};
