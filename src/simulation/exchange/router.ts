// Finds the route of a method and path: a tree of segments in which a literal wins over a placeholder.
import type { Requirement } from '../../../scope-map/endpoint.ts';
import type { World } from '../world/world.ts';
import type { Call, RouteReply } from './call.ts';

/** One simulated operation. */
export interface Route {
  readonly method: string;
  /** Path with placeholders between braces. */
  readonly path: string;
  /** Scopes that any call needs; what depends on arguments is checked by the handler. */
  readonly requires: Requirement;
  readonly handle: (call: Call, world: World) => RouteReply;
}

/** A route and the values of its placeholders. */
export interface Match {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** The routes, ready to be asked. */
export interface Router {
  /** Undefined when nothing is simulated there. */
  match(method: string, pathname: string): Match | undefined;
}

interface Node {
  readonly literals: Map<string, Node>;
  placeholder: Node | undefined;
  readonly routes: Map<string, { readonly route: Route; readonly names: readonly string[] }>;
}

const emptyNode = (): Node => ({ literals: new Map(), placeholder: undefined, routes: new Map() });

/** A segment of a path without its percent signs; one that cannot be decoded stands for itself. */
export const decoded = (segment: string): string => {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** Builds the router; of two routes with the same method and path the first one stays. */
export const createRouter = (routes: Iterable<Route>): Router => {
  const root = emptyNode();

  for (const route of routes) {
    const names: string[] = [];
    let node = root;
    for (const part of route.path.split('/').slice(1)) {
      if (part.startsWith('{')) {
        names.push(part.slice(1, -1));
        node.placeholder ??= emptyNode();
        node = node.placeholder;
      } else {
        const known = node.literals.get(part) ?? emptyNode();
        node.literals.set(part, known);
        node = known;
      }
    }
    if (!node.routes.has(route.method)) node.routes.set(route.method, { route, names });
  }

  const find = (
    node: Node,
    parts: readonly string[],
    index: number,
    values: readonly string[],
    method: string,
  ): Match | undefined => {
    const part = parts[index];
    if (part === undefined) {
      const found = node.routes.get(method);
      if (found === undefined) return undefined;
      const path: Record<string, string> = {};
      found.names.forEach((name, position) => {
        path[name] = values[position] ?? '';
      });
      return { route: found.route, path };
    }
    const literal = node.literals.get(part);
    const match = literal && find(literal, parts, index + 1, values, method);
    if (match !== undefined || node.placeholder === undefined || part === '') return match;
    return find(node.placeholder, parts, index + 1, [...values, decoded(part)], method);
  };

  return {
    match: (method, pathname) => find(root, pathname.split('/').slice(1), 0, [], method),
  };
};
