// The name under which an endpoint is offered as a tool.
import type { Endpoint } from '../../scope-map/endpoint.ts';

/** The longest tool name: hosts put the server's name before it and cut at 64 characters. */
export const longestToolName = 44;

const snakeCase = (id: string): string =>
  id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();

/** The tool name of an endpoint: its operation id in snake_case, or the short name chosen for it. */
export const toolName = (endpoint: Pick<Endpoint, 'id' | 'name'>): string =>
  endpoint.name ?? snakeCase(endpoint.id);
