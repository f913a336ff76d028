// do://account: whose account this is, and its limits.
import { type Resource, Unreadable } from './resource.ts';

/** The account behind the token, as `account_get` answers it. */
export const account: Resource = {
  uri: 'do://account',
  name: 'account',
  title: 'DigitalOcean account',
  description:
    'The account behind the token: owner, team, status, and how many Droplets, volumes and reserved IPs it may have.',
  isOffered: (reads) => reads.serves('account_get'),
  read: async (reads) => {
    const outcome = await reads.read('account_get', {});
    if (!outcome?.ok) throw new Unreadable(outcome?.text ?? 'The account may not be read.');
    return outcome.text;
  },
};
