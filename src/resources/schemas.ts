// do://schemas/{tool}: the whole input schema of one tool, also where the list shows an argument loosely.
import { inFullOf } from '../../tools/request/in-full.ts';
import type { ResourceKind } from './resource.ts';

const prefix = 'do://schemas/';

/** The schemas of the tools that a caller may use. */
export const schemas: ResourceKind = {
  template: `${prefix}{tool}`,
  name: 'schemas',
  title: 'Input schema of a tool',
  description:
    'The whole input schema of one tool. App specs and other large arguments are spelled out here; the list of tools shows them as plain objects.',
  read: async (uri, { road, guard }) => {
    if (!uri.startsWith(prefix)) return undefined;
    const tool = await road.box.named(uri.slice(prefix.length));
    const offered = tool && guard.offer(tool);
    if (!offered) return undefined;
    const { properties } = offered.inputSchema;
    const full = Object.entries(await inFullOf(tool)).filter(([name]) =>
      Object.hasOwn(properties, name),
    );
    return JSON.stringify({
      ...offered.inputSchema,
      properties: { ...properties, ...Object.fromEntries(full) },
    });
  },
  parts: ({ road, guard }) =>
    road.box.outlines.flatMap((outline) => (guard.refusalOf(outline) ? [] : [outline.name])),
};
