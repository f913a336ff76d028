// The doors of the token in hand: what it grants, and another token's scopes beside it.
import * as z from 'zod';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Holder, Holders } from '../../console/holder.ts';
import { compareScopes, holdsToken } from '../../console/token/compare-scopes.ts';
import { tokenOf } from '../../console/token/token-of.ts';
import type { Clock } from '../../ports.ts';
import type { Row } from '../doors/door.ts';
import { Refusal } from '../refusal.ts';
import type { DataDoor } from './data-door.ts';
import { jsonBody } from './json-body.ts';
import { unknownHolder } from './map-doors.ts';

const shape = z.strictObject({
  holder: z.string().min(1).max(200),
  scopes: z.string().max(20_000),
});

/** The largest body, in bytes: the text, and what is around it. */
const largestBody = 64 * 1_024;

const isToken = new Refusal({
  status: 422,
  message:
    'A token was pasted, and it was not looked at. Paste the names of scopes, such as droplet:read: never a token. Whoever may have seen it can use it, so think about making a new one.',
});

const notKnown = new Refusal({
  status: 409,
  message: 'What the token of this server grants is not known, so nothing can be compared.',
});

/** Makes the doors. */
export const tokenDoors = (
  door: DataDoor,
  box: ToolBox,
  holders: Holders,
  clock: Pick<Clock, 'now'>,
): readonly Row[] => {
  const holderOf = (id: string | null): Holder | undefined =>
    holders().find((holder) => holder.id === id);
  return [
    door('/console/api/token', {
      GET: ({ query }) => {
        const holder = holderOf(query.get('holder'));
        return holder ? tokenOf(holder, box, clock.now()) : unknownHolder;
      },
    }),
    door('/console/api/token/compare', {
      POST: async ({ exchange }) => {
        const given = await jsonBody(exchange, shape, largestBody);
        if (given instanceof Refusal) return given;
        if (holdsToken(given.scopes)) return isToken;
        const holder = holderOf(given.holder);
        if (!holder) return unknownHolder;
        const { grant } = await holder.caller.guard();
        return grant.kind === 'known' ? compareScopes(grant, given.scopes, box) : notKnown;
      },
    }),
  ];
};
