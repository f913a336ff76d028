// Collections that keep what they are sent: create, list, get, replace, update and delete.
import type { Behaviour } from '../../../scope-map/endpoint.ts';
import type { Shape } from '../../../scope-map/shapes/shapes.ts';
import type { Call, RouteReply } from '../exchange/call.ts';
import { page } from '../exchange/pages.ts';
import { notFound, notSimulated, unprocessable } from '../exchange/refusal.ts';
import { decoded } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';
import type { World } from '../world/world.ts';
import { type Filling, fields, fill, flat, required } from './fill.ts';
import { type Documented, type GenericEndpoint, replyWith } from './replies.ts';
import { fieldsOf, type Item, leafOf, parentOf, Shelves } from './shelves.ts';

type Collection = Extract<Behaviour, { readonly as: 'collection' }>;

/** What a handler of one operation works with. */
export interface Generic<B extends Behaviour> {
  readonly endpoint: GenericEndpoint;
  readonly behaviour: B;
  readonly answer: Documented;
  /** The field under which one is read; null: bare. */
  readonly key: string | null;
  /** The whole thing, as reading one shows it. */
  readonly thing: Shape;
  readonly schemas: Filling['schemas'];
}

/** Things that one collection holds, so that memory stays bounded. */
const mostThings = 10_000;

/** What filling takes during one call. */
export const fillingOf = (schemas: Filling['schemas'], call: Call, world: World): Filling => ({
  schemas,
  now: call.now,
  newId: () => world.ids.uuid(),
});

/** The field that holds a thing's id. */
const idField = ({ behaviour, thing }: Generic<Collection>): string => {
  const known = fields(thing);
  const usual = ['id', 'uuid', 'name'].find((name) => known[name] !== undefined);
  return behaviour.by ?? usual ?? 'id';
};

const create = (generic: Generic<Collection>, call: Call, world: World): RouteReply => {
  const { behaviour, answer } = generic;
  const given = fieldsOf(call.body);
  const field = idField(generic);
  const isNumber =
    behaviour.ids === 'number' ||
    flat(generic.schemas, fields(generic.thing)[field])['type'] === 'integer';
  const made = isNumber ? world.ids.number('thing') : world.ids.uuid();
  // A name is the caller's to give, an id DigitalOcean's.
  const id = field === 'name' ? (given[field] ?? made) : made;
  const at = forPeople(call.now);
  const { lives } = behaviour;
  const first = lives === undefined ? {} : { [lives.field]: lives.first };
  const item = { ...given, ...first, [field]: id, created_at: at, updated_at: at };
  const shelf = world.of(Shelves).at(call.pathname);
  if (shelf.size >= mostThings) {
    throw unprocessable(`A simulated collection holds at most ${mostThings} things.`);
  }
  if (shelf.has(String(id))) throw unprocessable(`${field} ${String(id)} is taken already.`);
  shelf.set(String(id), item);
  if (lives !== undefined) {
    world.pace.later(lives.seconds, call.now, () => {
      const present = shelf.get(String(id));
      if (present !== undefined) shelf.set(String(id), { ...present, [lives.field]: lives.last });
    });
  }
  return replyWith(answer, item, fillingOf(generic.schemas, call, world), field);
};

const change = (
  generic: Generic<Collection>,
  call: Call,
  world: World,
  kept: Item,
  id: string,
): RouteReply => {
  const given = fieldsOf(call.body);
  const field = idField(generic);
  const { lives, merges, grows = [] } = generic.behaviour;
  for (const name of grows) {
    const [before, after] = [kept[name], given[name]];
    if (typeof before === 'number' && typeof after === 'number' && after < before) {
      throw unprocessable(`${name} is ${before} and cannot be made smaller.`);
    }
  }
  const ours = {
    [field]: kept[field],
    created_at: kept['created_at'],
    ...(lives === undefined ? {} : { [lives.field]: kept[lives.field] }),
  };
  // A replacement takes away what it leaves out, but for what such a thing is never without.
  const needed = required(generic.thing);
  const rest = Object.fromEntries(Object.entries(kept).filter(([name]) => needed.has(name)));
  const base = call.method === 'PATCH' || merges ? kept : rest;
  const changed = { ...base, ...given, ...ours, updated_at: forPeople(call.now) };
  world.of(Shelves).at(parentOf(call.pathname)).set(id, changed);
  return replyWith(generic.answer, changed, fillingOf(generic.schemas, call, world));
};

/** Answers one call to a collection or to a thing in it. */
export const onCollection = (
  generic: Generic<Collection>,
  call: Call,
  world: World,
): RouteReply => {
  const { endpoint, answer } = generic;
  const shelves = world.of(Shelves);
  const filling = fillingOf(generic.schemas, call, world);
  if (!leafOf(endpoint.path).startsWith('{')) {
    if (call.method === 'POST') return create(generic, call, world);
    if (endpoint.reply.kind !== 'list') throw notSimulated(`${call.method} ${endpoint.path}`);
    const items = [...shelves.at(call.pathname).values()];
    return page(call, endpoint.reply.key, items, (item) => fill(item, answer.shape, filling));
  }
  const id = decoded(leafOf(call.pathname));
  const shelf = shelves.at(parentOf(call.pathname));
  const kept = shelf.get(id);
  if (kept === undefined) throw notFound();
  switch (call.method) {
    case 'GET':
      return replyWith(answer, kept, filling);
    case 'PUT':
    case 'PATCH':
      return change(generic, call, world, kept, id);
    case 'DELETE':
      shelf.delete(id);
      return replyWith(answer, kept, filling);
    default:
      throw notSimulated(`${call.method} ${endpoint.path}`);
  }
};
