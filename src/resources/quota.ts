// do://quota: how many requests DigitalOcean still takes from the token.
import type { Resource } from './resource.ts';

/** What is known of the token's request limits. Needs no request. */
export const quota: Resource = {
  uri: 'do://quota',
  name: 'quota',
  title: 'Requests left',
  description:
    'How many requests DigitalOcean still takes from this token in the hour, by its own count, and how many of ours are waiting for their turn.',
  isOffered: () => true,
  read: ({ caller }) => {
    const { left, waiting } = caller.account.quota();
    return Promise.resolve(
      JSON.stringify({
        left_this_hour: left,
        waiting,
        ...(left === null && { note: 'DigitalOcean tells its count with the first reply.' }),
      }),
    );
  },
};
