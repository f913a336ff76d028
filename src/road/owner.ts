// Whose account it is: told only to a caller who may read it, whoever asked before.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Account } from '../account/account.ts';
import type { Guard } from '../guard/guard.ts';
import { permitRead } from './follow-ups.ts';

/** The name of the team or person behind an account; null when this caller may not know it, or nobody knows it. */
export const ownerOf = async (
  box: ToolBox,
  guard: Guard,
  account: Account,
  signal: AbortSignal,
): Promise<string | null> => {
  const reader = await box.forOperation('account_get');
  const permit = reader && (await permitRead(guard, reader, {}));
  return permit ? account.owner(permit, signal) : null;
};
