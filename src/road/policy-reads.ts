// Finds out what the owner's policy has to know of a call. These reads are the policy's own: the agent need not have them.
import { areaNames } from '../../scope-map/areas.ts';
import { isOperationId } from '../../scope-map/operation-id.ts';
import type { Lookout } from '../consequences/look.ts';
import { Guard } from '../guard/guard.ts';
import type { Found, FoundList, RuledCall, ToRead } from '../guard/policy.ts';
import { ruledCall } from '../guard/ruled-call.ts';
import type { Selection } from '../guard/selection.ts';
import type { Caller } from './caller.ts';
import { lookAhead } from './foresee.ts';
import type { Built } from './stages.ts';

/** Everything that the token may read, whatever the agent may. */
const readsOfPolicy: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(),
  readOnly: true,
  allowSecrets: false,
};

/** The caller as the owner's policy reads: with everything that its token may read. */
export const asPolicy = ({ id, account }: Caller): Caller => ({
  id,
  account,
  selection: readsOfPolicy,
  guard: async () => new Guard(readsOfPolicy, await account.grant()),
});

const readOne = async (
  { operation, given }: ToRead,
  { look, itemsOf }: Lookout,
): Promise<unknown> => {
  if (!isOperationId(operation)) return undefined;
  const seen = await look(operation, given);
  return seen.kind === 'seen' ? (await itemsOf(operation, seen.body))[0] : undefined;
};

/** Pages of a list that are read at most. */
const mostPages = 5;

/** A list from its beginning, as far as it could be read; undefined where nothing of it could. */
const readList = async (
  { operation, given }: ToRead,
  { look, itemsOf }: Lookout,
): Promise<FoundList | undefined> => {
  if (!isOperationId(operation)) return undefined;
  const items: unknown[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const seen = await look(operation, given, page);
    if (seen.kind !== 'seen') return page === 1 ? undefined : { items, isWhole: false };
    items.push(...(await itemsOf(operation, seen.body)));
    if (seen.isWhole) return { items, isWhole: true };
  }
  return { items, isWhole: false };
};

const callOf = ({ tool, given }: Built, { selection }: Guard, found?: Found): RuledCall =>
  ruledCall({ tool, given, found }, selection);

/** What reads tell, as far as they do within two seconds; undefined where the caller has no policy. */
export const findOut = async (built: Built, guard: Guard): Promise<Found | undefined> => {
  const { policy } = guard.selection;
  if (!policy) return undefined;
  const toRead = policy.toRead(callOf(built, guard));
  const things = new Map<string, unknown>();
  const lists = new Map<string, FoundList>();
  if (toRead.length > 0)
    await lookAhead({ ...built, caller: asPolicy(built.caller) }, (looking) =>
      Promise.all(
        toRead.map(async (one) => {
          if (one.isList) {
            const list = await readList(one, looking);
            if (list) lists.set(one.key, list);
            return;
          }
          const item = await readOne(one, looking);
          if (item !== undefined) things.set(one.key, item);
        }),
      ),
    );
  return { things, lists, filters: true };
};

/** Which items of a list the caller was given; undefined: all. */
export const shownTo = (
  built: Built,
  guard: Guard,
  found: Found | undefined,
): ((item: unknown) => boolean) | undefined =>
  guard.selection.policy?.shows(callOf(built, guard, found));
