// Tags: names that exist in the account, carried by Droplets, images, volumes, snapshots and databases.
import type { Scope } from '../../../scope-map/scopes.ts';
import type { Holder } from '../token/holder.ts';
import type { Account } from './account.ts';

/**
 * Makes tags known to the account and returns them without repetitions.
 *
 * @throws Refusal 403 when there are any and the token may not create tags.
 */
export const useTags = (
  account: Account,
  holder: Holder,
  names: readonly string[],
  scopes: readonly Scope[] = ['tag:create'],
): readonly string[] => {
  if (names.length === 0) return [];
  holder.demand([scopes]);
  return registerTags(account, names);
};

/** Makes tags known without asking anybody, for the simulation's own purposes. */
export const registerTags = (account: Account, names: readonly string[]): readonly string[] => {
  for (const name of names) account.tags.add(name);
  return [...new Set(names)];
};

/** Tags, if the token may see them. */
export const visibleTags = (holder: Holder, tags: readonly string[]): readonly string[] =>
  holder.can('tag:read') ? tags : [];
