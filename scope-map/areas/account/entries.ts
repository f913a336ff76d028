// The account behind the token.
import { describeArea } from '../../entry/area-map.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    account_get: {
      title: 'Get account',
      description: 'Shows the account and team behind the token: e-mail, status, resource limits.',
      reply: object('account'),
    },
  },
);
