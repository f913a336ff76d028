// Finds out what the owner's policy has to know of a call. These reads are the policy's own: the agent need not have them.
import { areaNames } from '../../scope-map/areas.ts';
import { isOperationId } from '../../scope-map/operation-id.ts';
import type { Lookout } from '../consequences/look.ts';
import { Guard } from '../guard/guard.ts';
import type { Found, RuledCall, ToRead } from '../guard/policy.ts';
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

const callOf = ({ tool, given }: Built, { selection }: Guard): RuledCall =>
  ruledCall({ tool, given }, selection);

/** What reads tell, as far as they do within two seconds; undefined where the caller has no policy. */
export const findOut = async (built: Built, guard: Guard): Promise<Found | undefined> => {
  const { policy } = guard.selection;
  if (!policy) return undefined;
  const toRead = policy.toRead(callOf(built, guard));
  const things = new Map<string, unknown>();
  if (toRead.length > 0)
    await lookAhead({ ...built, caller: asPolicy(built.caller) }, (looking) =>
      Promise.all(
        toRead.map(async (one) => {
          const item = await readOne(one, looking);
          if (item !== undefined) things.set(one.key, item);
        }),
      ),
    );
  return { things, filters: true };
};

/** Which items of a list the caller was given; undefined: all. */
export const shownTo = (built: Built, guard: Guard): ((item: unknown) => boolean) | undefined =>
  guard.selection.policy?.shows(callOf(built, guard));
