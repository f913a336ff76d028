// The account behind the token.
import { type Endpoint, endpoint } from '../endpoint.ts';

/** Endpoints of the area `account`. */
export const account: readonly Endpoint[] = [
  endpoint({
    id: 'account_get',
    area: 'account',
    method: 'GET',
    path: '/v2/account',
    title: 'Get account',
    description: 'Shows the account and team behind the token: e-mail, status, resource limits.',
    requires: [['account:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'account' },
  }),
];
