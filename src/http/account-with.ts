// An account that grants something else than it would by itself.
import type { Account } from '../account/account.ts';

/** @param grant what it grants instead. */
export const accountWith = (account: Account, grant: Account['grant']): Account => ({
  id: account.id,
  get hint() {
    return account.hint;
  },
  api: account.api,
  veil: account.veil,
  quota: account.quota,
  grant,
  proof: account.proof,
  owner: account.owner,
});
