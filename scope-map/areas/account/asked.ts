// How people ask for the account behind the token.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  account_get: {
    asked: [
      'whose account is this',
      'who am i logged in as',
      'which team does this token belong to',
      'how many servers may i have at most',
      'is my e-mail verified',
    ],
    common: 2,
  },
};
