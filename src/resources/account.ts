// do://account: whose account this is, and its limits.
import { valueAt } from '../../tools/places.ts';
import { type Resource, Unreadable } from './resource.ts';

/** What an error answer says, in words. */
const sentencesOf = (text: string): string => {
  const answer: unknown = JSON.parse(text);
  return [valueAt(answer, 'error.message'), valueAt(answer, 'error.next')].join(' ');
};

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
    if (outcome?.ok) return outcome.text;
    throw new Unreadable(outcome ? sentencesOf(outcome.text) : 'The account may not be read.');
  },
};
