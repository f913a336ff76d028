// How people ask for what was done in the account.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  actions_list: {
    asked: [
      'what happened in the account lately',
      'is anything still running',
      'show recent operations',
      'who rebooted something last night',
      'did any job fail today',
    ],
  },
  actions_get: {
    asked: [
      'is that operation finished yet',
      'how far is this job',
      'did action 123 fail',
      'wait until the resize is through',
    ],
  },
};
