// Turns validated arguments into the request that DigitalOcean expects: path, query and body, nothing added.
import type { Arguments, Tool } from '../tool/tool.ts';
import type { ApiRequest } from './api-request.ts';
import { ArgumentRefused, buildPath } from './path.ts';
import { withDomain } from './relative-name.ts';

const queryPairs = (name: string, value: unknown): readonly (readonly [string, string])[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => queryPairs(name, one));
  // An empty filter would be dropped on the way: `DELETE ?tag_name=` must never widen to everything.
  if (typeof value === 'string' && value.trim() === '')
    throw new ArgumentRefused(`${name} must not be empty`);
  return [[name, String(value)]];
};

/** A name as DigitalOcean's filters want it: in full. */
const completed = (tool: Tool, name: string, given: Arguments): unknown => {
  const value = given[name];
  const domain = given[tool.endpoint.completes?.[name] ?? ''];
  return typeof value === 'string' && typeof domain === 'string' && value.trim() !== ''
    ? withDomain(value.trim(), domain)
    : value;
};

/**
 * The request for a call. Only what the caller gave is sent: DigitalOcean's defaults stay DigitalOcean's.
 * @throws {ArgumentRefused} when a path value could lead elsewhere, or a query value is empty.
 */
export const buildRequest = (tool: Tool, given: Arguments): ApiRequest => {
  const { endpoint, places, facts } = tool;
  const body = Object.fromEntries(
    Object.entries(places.body).flatMap(([argument, field]) =>
      given[argument] === undefined ? [] : [[field, given[argument]]],
    ),
  );
  return {
    method: endpoint.method,
    path: buildPath(endpoint.path, given),
    query: places.query.flatMap((name) => queryPairs(name, completed(tool, name, given))),
    ...(facts.body !== null && { body }),
    ...(endpoint.headers && { headers: endpoint.headers }),
  };
};
