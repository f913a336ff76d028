// Schemas too large for a tool's own schema: fetched when a call must be checked in full, never at start.
import type { Schema } from './endpoint/facts.ts';

const loaders = {
  'app-spec': async (): Promise<Schema> => {
    const { default: schema } = await import('./areas/apps/app-spec.json', {
      with: { type: 'json' },
    });
    return schema as Schema;
  },
} as const satisfies Record<string, () => Promise<Schema>>;

/** The name of a schema that is kept apart. */
export type FullSchemaName = keyof typeof loaders;

/** The names of all schemas that are kept apart. */
export const fullSchemaNames = Object.keys(loaders) as readonly FullSchemaName[];

/** The full schema of an argument that its tool shows as one loose object. */
export const readFullSchema = (name: FullSchemaName): Promise<Schema> => loaders[name]();
