// Endpoints of the scope map without an area of their own here: collections that keep what they are sent.
import type { Condition, Endpoint } from '../../../scope-map/endpoint.ts';
import { type Call, created, done, ok, type RouteReply } from '../exchange/call.ts';
import { page } from '../exchange/pages.ts';
import { notFound, notSimulated } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';

/** What is asked of an entry of the scope map. */
export type GenericEndpoint = Pick<
  Endpoint,
  'method' | 'path' | 'requires' | 'conditions' | 'reply'
>;

type Item = Readonly<Record<string, unknown>>;

/** A path without its last segment. */
const parent = (path: string): string => path.slice(0, path.lastIndexOf('/'));
/** Its last segment. */
const leaf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const fieldsOf = (body: unknown): Item =>
  typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};

const holds = (condition: Condition, call: Call): boolean => {
  const { argument, is } = condition.when;
  const value = fieldsOf(call.body)[argument] ?? call.query.get(argument);
  if (value === null || value === undefined) return false;
  return is === undefined || is.some((wanted) => String(wanted) === String(value));
};

/**
 * Routes for endpoints that no area answers. Only what is a collection in the scope map itself (it can be listed) is
 * kept; every other endpoint answers 501.
 */
export const genericRoutes = (
  endpoints: readonly GenericEndpoint[],
  newId: () => string,
): readonly Route[] => {
  const lists = new Set(
    endpoints.filter(({ reply }) => reply.kind === 'list').map(({ path }) => path),
  );
  const collections = new Map<string, Map<string, Item>>();

  const collection = (pathname: string): Map<string, Item> => {
    const known = collections.get(pathname) ?? new Map<string, Item>();
    collections.set(pathname, known);
    return known;
  };
  const key = ({ reply }: GenericEndpoint): string | null =>
    reply.kind === 'object' ? reply.key : null;
  const wrapped = (endpoint: GenericEndpoint, item: Item): unknown => {
    const name = key(endpoint);
    return name === null ? item : { [name]: item };
  };

  const onCollection = (endpoint: GenericEndpoint, call: Call): RouteReply => {
    const items = collection(call.pathname);
    if (endpoint.reply.kind === 'list') {
      return page(call, endpoint.reply.key, [...items.values()], (item) => item);
    }
    if (call.method !== 'POST' || endpoint.reply.kind !== 'object') {
      throw notSimulated(`${endpoint.method} ${endpoint.path}`);
    }
    const id = newId();
    const item = { id, ...fieldsOf(call.body), created_at: forPeople(call.now) };
    items.set(id, item);
    return created(wrapped(endpoint, item));
  };

  const onItem = (endpoint: GenericEndpoint, call: Call): RouteReply => {
    const items = collection(parent(call.pathname));
    const id = decodeURIComponent(leaf(call.pathname));
    const item = items.get(id);
    if (item === undefined) throw notFound();
    switch (call.method) {
      case 'GET':
        return ok(wrapped(endpoint, item));
      case 'PUT':
      case 'PATCH': {
        const base = call.method === 'PATCH' ? item : { created_at: item['created_at'] };
        const changed = { ...base, ...fieldsOf(call.body), id };
        items.set(id, changed);
        return ok(wrapped(endpoint, changed));
      }
      case 'DELETE':
        items.delete(id);
        return done;
      default:
        throw notSimulated(`${endpoint.method} ${endpoint.path}`);
    }
  };

  return endpoints.map((endpoint): Route => {
    const { method, path, requires } = endpoint;
    const isItem = leaf(path).startsWith('{') && lists.has(parent(path));
    return {
      method,
      path,
      requires,
      handle: (call) => {
        for (const condition of endpoint.conditions ?? []) {
          if (condition.needs && holds(condition, call)) call.holder.demand([condition.needs]);
        }
        if (lists.has(path)) return onCollection(endpoint, call);
        if (isItem) return onItem(endpoint, call);
        throw notSimulated(`${method} ${path}`);
      },
    };
  });
};
