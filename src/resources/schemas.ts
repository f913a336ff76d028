// do://schemas/{tool}: the whole input schema of one tool, also where the list shows an argument loosely.
import { wholeSchemaOf } from '../../tools/request/in-full.ts';
import { schemaPrefix } from '../menu/finders/schema-address.ts';
import type { ResourceKind } from './resource.ts';

/** The schemas of the tools that a caller may use. */
export const schemas: ResourceKind = {
  template: `${schemaPrefix}{tool}`,
  name: 'schemas',
  title: 'Input schema of a tool',
  description:
    'The whole input schema of one tool. App specs and other large arguments are spelled out here; the list of tools shows them as plain objects.',
  read: async (uri, { road, guard }) => {
    if (!uri.startsWith(schemaPrefix)) return undefined;
    const tool = await road.box.named(uri.slice(schemaPrefix.length));
    const offered = tool && guard.offer(tool);
    if (!offered) return undefined;
    return JSON.stringify(await wholeSchemaOf(tool, offered.inputSchema));
  },
  parts: ({ road, guard }) =>
    road.box.outlines.flatMap((outline) => (guard.refusalOf(outline) ? [] : [outline.name])),
};
