// Operations that no area answers: those whose entry names a behaviour follow it, all others are answered 501.
import { loadCatalogue } from '../../../scope-map/catalogue.ts';
import type { Behaviour, Condition } from '../../../scope-map/endpoint.ts';
import { loadReplyShapes, type ReplyShapes } from '../../../scope-map/shapes/shapes.ts';
import type { Call, RouteReply } from '../exchange/call.ts';
import { notFound, notSimulated, unprocessable } from '../exchange/refusal.ts';
import { createRouter, decoded, type Match, type Route, type Router } from '../exchange/router.ts';
import type { World } from '../world/world.ts';
import { onAction } from './action.ts';
import { onCollection } from './collection.ts';
import { onPart } from './part.ts';
import { documented, type GenericEndpoint } from './replies.ts';
import { onSetting } from './setting.ts';
import { fieldsOf, leafOf, parentOf, Shelves } from './shelves.ts';

/** What routes are made of. */
interface Stock {
  readonly endpoints: readonly GenericEndpoint[];
  readonly shapes: ReplyShapes;
  /** The areas' own routes, asked whether the thing exists that a path lies below. */
  readonly own: Router;
}

const holds = (condition: Condition, call: Call): boolean => {
  const { argument, is } = condition.when;
  const value = fieldsOf(call.body)[argument] ?? call.query.get(argument);
  if (value === null || value === undefined) return false;
  return is === undefined || is.some((wanted) => String(wanted) === String(value));
};

/** Whether `path` names one thing of the collection that the other path is, or names one thing of. */
const isOneOf = (path: string, other: string): boolean =>
  leafOf(path).startsWith('{') &&
  parentOf(path) === (leafOf(other).startsWith('{') ? parentOf(other) : other);

/** The things that a path lies below, the nearest last: paths up to each placeholder but a last one. */
const above = (template: string, pathname: string): readonly string[] => {
  const segments = pathname.split('/');
  return template
    .split('/')
    .flatMap((part, index, parts) =>
      part.startsWith('{') && index < parts.length - 1
        ? [segments.slice(0, index + 1).join('/')]
        : [],
    );
};

/**
 * The nearest thing that a path lies below, as reading it shows.
 *
 * @throws ApiRefusal 404 where a thing above is gone, whoever keeps it.
 */
const requireAbove = (stock: Stock, path: string, call: Call, world: World): unknown => {
  let nearest: unknown;
  for (const pathname of above(path, call.pathname)) {
    const match = stock.own.match('GET', pathname);
    if (match !== undefined) {
      // Whether it is there is no question of scopes: this call's own were asked already.
      const holder = { ...call.holder, can: () => true, demand: () => undefined };
      nearest = match.route.handle(
        { ...call, method: 'GET', pathname, path: match.path, holder },
        world,
      ).body;
      continue;
    }
    const kept = world.of(Shelves).get(parentOf(pathname));
    nearest = kept?.get(decoded(leafOf(pathname)));
    if (nearest === undefined) throw notFound();
  }
  return nearest;
};

/** @throws ApiRefusal 422 below a thing of another kind. */
const requireKind = ({ within }: Behaviour, thing: unknown): void => {
  if (within === undefined) return;
  const { field, is } = within;
  const value = field.split('.').reduce<unknown>((inside, name) => fieldsOf(inside)[name], thing);
  if (!is.includes(String(value))) {
    throw unprocessable(`This needs ${field} ${is.join(' or ')}; here it is ${String(value)}.`);
  }
};

const answerTo = (
  stock: Stock,
  endpoint: GenericEndpoint,
  call: Call,
  world: World,
): RouteReply => {
  const { simulate: behaviour } = endpoint;
  if (behaviour === undefined) throw notSimulated(`${endpoint.method} ${endpoint.path}`);
  requireKind(behaviour, requireAbove(stock, endpoint.path, call, world));
  const answer = documented(stock.shapes, endpoint);
  const reader = stock.endpoints.find(
    ({ method, path }) =>
      method === 'GET' &&
      (behaviour.as === 'collection' ? isOneOf(path, endpoint.path) : path === endpoint.path),
  );
  const read = reader && documented(stock.shapes, reader);
  const common = {
    endpoint,
    answer,
    key: read?.key ?? answer.key,
    thing: read?.shape ?? answer.shape ?? {},
    schemas: stock.shapes.schemas,
  };
  switch (behaviour.as) {
    case 'collection':
      return onCollection({ ...common, behaviour }, call, world);
    case 'part':
      return onPart({ ...common, behaviour }, call, world);
    case 'setting':
      return onSetting({ ...common, behaviour }, call, world);
    case 'action':
      return onAction({ ...common, behaviour }, call, world);
  }
};

/** Routes for entries of the scope map; of those that an area answers the area's own comes first. */
const genericRoutes = (stock: Stock): readonly Route[] =>
  stock.endpoints.map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    requires: endpoint.requires,
    handle: (call, world) => {
      for (const condition of endpoint.conditions ?? []) {
        if (condition.needs && holds(condition, call)) call.holder.demand([condition.needs]);
      }
      return answerTo(stock, endpoint, call, world);
    },
  }));

/**
 * Finds the operations that no area answers. Entries and shapes are read when the first such call comes, so that
 * nobody waits for them who does not need them.
 *
 * @param given entries instead of the whole scope map's.
 */
export const createGeneric = (own: Router, given: readonly GenericEndpoint[] | undefined) => {
  let router: Promise<Router> | undefined;
  const make = async (): Promise<Router> => {
    const [endpoints, shapes] = await Promise.all([given ?? loadCatalogue(), loadReplyShapes()]);
    return createRouter(genericRoutes({ endpoints, shapes, own }));
  };
  return async (method: string, pathname: string): Promise<Match | undefined> => {
    router ??= make();
    return (await router).match(method, pathname);
  };
};
