// A review of what tokens and keys may do.
import type { Job } from './job.ts';

/** What this token and the account's keys may do beyond what they need. */
export const leastPrivilege: Job = {
  name: 'least_privilege_review',
  title: 'Least-privilege review',
  description: 'Finds what this token and the keys of the account may do beyond what they are for.',
  arguments: [
    {
      name: 'purpose',
      description: 'What the agent is for, in a few words; the user is asked when it is left out.',
      required: false,
    },
  ],
  needs: ['account_get'],
  isOrdered: false,
  steps: [
    { says: 'What the agent is for: {purpose}. Ask the user where that is not clear.' },
    {
      says: 'Look at your tools, and at the resource do://catalogue where your client reads resources: each tool with the scopes it needs. Note which of them the purpose needs.',
    },
    {
      says: 'Read spaces_key_list: keys with full access or write access to every bucket, and keys nobody knows.',
      uses: ['spacesKey_list'],
    },
    {
      says: 'Read ssh_keys_list: keys of people who have left.',
      uses: ['sshKeys_list'],
    },
  ],
  ends: 'the scopes that the purpose needs, the scopes of the present token that it does not need, and keys to take back. A new token with fewer scopes is made by the user in the control panel; this server can be narrowed at once with --areas, --exclude-tools or --read-only.',
};
