// Makes up arguments for a call of a tool: what must be given, with values that look like real ones.
import type { Schema } from '../../../scope-map/facts.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';

/** Values that everybody recognises, by what the argument is called. */
const known: Readonly<Record<string, unknown>> = {
  name: 'example-01',
  region: 'fra1',
  size: 's-1vcpu-1gb',
  image: 'ubuntu-24-04-x64',
  email: 'sam@example.com',
  domain_name: 'example.com',
  domain: 'example.com',
  ip: '203.0.113.7',
  ip_range: '10.10.10.0/24',
  public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample sam',
  start: '2026-01-01T00:00:00Z',
  end: '2026-01-02T00:00:00Z',
};

const uuid = '9cc10173-e9ea-4176-9dbc-a4cee4c4ff30';

const textFor = (name: string, schema: Schema): string => {
  const recognised = known[name];
  if (typeof recognised === 'string') return recognised;
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.format === 'uuid' || /(_|^)(id|uuid)$/.test(name)) return uuid;
  const text = name.replaceAll('_', '-');
  return text.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength ?? 200);
};

/** How deep values are made up. */
const deepest = 4;

const valueFor = (name: string, schema: Schema, depth: number): unknown => {
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice;
  const [type] = [schema.type ?? schema.anyOf?.[0]?.type ?? 'string'].flat();
  switch (type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return schema.items && depth < deepest
        ? [valueFor(name.replace(/s$/, ''), schema.items, depth + 1)]
        : [];
    case 'object':
      return depth < deepest ? objectFor(schema, depth + 1) : {};
    default:
      return textFor(name, schema);
  }
};

const objectFor = (schema: Schema, depth: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (schema.required ?? []).map((name) => [
      name,
      valueFor(name, schema.properties?.[name] ?? {}, depth),
    ]),
  );

/** Arguments that the tool takes; null where what must be given is not enough, or cannot be made up. */
export const exampleOf = async (
  box: ToolBox,
  tool: Tool,
): Promise<Readonly<Record<string, unknown>> | null> => {
  const made = objectFor(tool.inputSchema, 0);
  const { ok } = await box.validate(tool, made);
  return ok ? made : null;
};
