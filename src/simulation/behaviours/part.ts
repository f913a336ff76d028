// A part of a thing that is changed at an address of its own: what is sent is laid over the thing.
import type { Behaviour } from '../../../scope-map/endpoint.ts';
import type { Call, RouteReply } from '../exchange/call.ts';
import { notFound } from '../exchange/refusal.ts';
import { decoded } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';
import type { World } from '../world/world.ts';
import { fillingOf, type Generic } from './collection.ts';
import { replyWith } from './replies.ts';
import { fieldsOf, leafOf, parentOf, Shelves } from './shelves.ts';

/** Answers a call that changes a part of the thing that its path lies below. */
export const onPart = (
  { answer, schemas }: Generic<Extract<Behaviour, { readonly as: 'part' }>>,
  call: Call,
  world: World,
): RouteReply => {
  const itself = parentOf(call.pathname);
  const id = decoded(leafOf(itself));
  const shelf = world.of(Shelves).at(parentOf(itself));
  const kept = shelf.get(id);
  if (kept === undefined) throw notFound();
  // Bodies may repeat the id of the path; which thing it is stays as it is.
  const { id: _id, uuid: _uuid, ...given } = fieldsOf(call.body);
  const changed = { ...kept, ...given, updated_at: forPeople(call.now) };
  shelf.set(id, changed);
  return replyWith(answer, changed, fillingOf(schemas, call, world));
};
