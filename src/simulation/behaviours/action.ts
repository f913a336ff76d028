// Actions: work that is accepted and ends by itself, watched like any other.
import type { Behaviour } from '../../../scope-map/endpoint.ts';
import type { Call, RouteReply } from '../exchange/call.ts';
import { actionView, startAction } from '../world/actions.ts';
import type { World } from '../world/world.ts';
import { fillingOf, type Generic } from './collection.ts';
import { replyWith } from './replies.ts';
import { fieldsOf, leafOf, parentOf } from './shelves.ts';

/** Answers a call that starts work on the thing that its path lies below. */
export const onAction = (
  { behaviour, answer, schemas }: Generic<Extract<Behaviour, { readonly as: 'action' }>>,
  call: Call,
  world: World,
): RouteReply => {
  const { type } = fieldsOf(call.body);
  const action = startAction(world, {
    type: typeof type === 'string' ? type : leafOf(call.pathname),
    resourceType: 'backend',
    resourceId: null,
    of: parentOf(call.pathname),
    region: 'nyc3',
    seconds: behaviour.seconds,
    at: call.now,
  });
  return replyWith(answer, actionView(action), fillingOf(schemas, call, world));
};
