// Walks the schemas of all tools: portable everywhere, every argument described, valid examples accepted.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Schema } from '../../scope-map/facts.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { brokenRules } from '../../tools/request/rules.ts';
import { buildTool, buildTools } from '../../tools/tool/build-tools.ts';
import { checkedSchemaOf, sharedArguments } from '../../tools/tool/input-schema.ts';
import type { Arguments, InputSchema, Tool } from '../../tools/tool/tool.ts';
import { catalogue, findEndpoint } from '../scope-map/every-endpoint.ts';

const tools = buildTools(catalogue);

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const asZod = (schema: InputSchema): z.ZodType =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

/** Every schema inside a schema, itself included, with its place. */
const parts = (schema: Schema, place: string): readonly (readonly [string, Schema])[] => [
  [place, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    parts(inner, `${place}.${name}`),
  ),
  ...(schema.items ? parts(schema.items, `${place}[]`) : []),
  ...(schema.anyOf ?? []).flatMap((inner, index) => parts(inner, `${place}|${index}`)),
  ...(typeof schema.additionalProperties === 'object'
    ? parts(schema.additionalProperties, `${place}.*`)
    : []),
];

const portable = [
  'type',
  'description',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];

/** The API's own maps: names of the caller's choice, values of one kind. */
const isMap = ({ additionalProperties }: Schema): boolean =>
  typeof additionalProperties === 'object';

/** Objects with keys of the caller's own: labels, headers, schemas, and the app spec with a full schema elsewhere. */
/** Objects with keys of the caller's own: labels, and what has a full schema elsewhere (app spec, settings of engines). */
const openObjects = [
  'genai_create_agent.mcp_servers[].headers',
  'genai_update_agent.mcp_servers[].headers',
  ...['genai_attach_agent_function', 'genai_update_agent_function'].flatMap((name) => [
    `${name}.input_schema`,
    `${name}.input_schema.parameters[]`,
    `${name}.input_schema.parameters[].schema`,
    `${name}.output_schema`,
    `${name}.output_schema.properties`,
    `${name}.output_schema.properties.*`,
  ]),
  'apps_create.spec',
  'apps_update.spec',
  'apps_validate_app_spec.spec',
  'functions_create_trigger.scheduled_details.body',
  'functions_update_trigger.scheduled_details.body',
  'kubernetes_add_node_pool.labels',
  'databases_create_kafka_topic.config',
  'databases_patch_config.config',
  'databases_update_kafka_topic.config',
  'kubernetes_create_cluster.node_pools[].labels',
  'kubernetes_update_node_pool.labels',
  'load_balancers_create.glb_settings.region_priorities',
  'load_balancers_update.glb_settings.region_priorities',
  'security_update_settings_plan.tier_coverage',
];

describe.each(tools)('the schema of $name', (tool) => {
  const { inputSchema, name, facts: known } = tool;

  it('is one flat closed object', () => {
    expect(Object.keys(inputSchema).filter((key) => key !== 'required')).toEqual([
      'type',
      'properties',
      'additionalProperties',
    ]);
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('uses nothing that a client may not understand', () => {
    for (const [place, schema] of parts(inputSchema, name)) {
      expect(
        Object.keys(schema).filter((key) => !portable.includes(key)),
        place,
      ).toEqual([]);
      expect(typeof schema.type, place).toBe('string');
      if (schema.enum) expect(schema.type, place).toBe('string');
      for (const value of schema.enum ?? []) expect(typeof value, place).toBe('string');
      if (schema.type === 'array') expect(schema.items, place).toBeDefined();
      // A call that takes nothing at all is what every host knows; an empty object inside one is not.
      const isCallWithout = place === name && known.body === null;
      if (schema.type === 'object' && schema.additionalProperties !== undefined && !isCallWithout)
        expect(
          Object.keys(schema.properties ?? {}).length > 0 || isMap(schema),
          `${place} says nothing of what is in it`,
        ).toBe(true);
    }
  });

  it('offers only known formats', () => {
    for (const [place, { format }] of parts(inputSchema, name))
      expect([undefined, 'date-time'], place).toContain(format);
  });

  it('refuses in a call nothing that it offers no less finely', () => {
    const checked = new Map(parts(checkedSchemaOf(tool.endpoint), name));
    for (const [place, schema] of parts(inputSchema, name)) {
      const finer = checked.get(place);
      if (finer?.type !== undefined) expect([finer.type].flat(), place).toContain(schema.type);
      expect(finer?.required, place).toEqual(schema.required);
    }
  });

  it('closes every object but maps', () => {
    const open = parts(inputSchema, name).filter(
      ([, schema]) => schema.type === 'object' && schema.additionalProperties !== false,
    );
    expect(open.map(([place]) => place).filter((place) => !openObjects.includes(place))).toEqual(
      [],
    );
  });

  it('describes every argument', () => {
    for (const [argument, schema] of Object.entries(inputSchema.properties))
      expect(schema.description, argument).toMatch(/^[A-Za-z"0-9].*\.$/);
  });

  it('requires what the path, the query and the body require', () => {
    const required = inputSchema.required ?? [];
    for (const parameter of Object.keys(known.pathArguments)) expect(required).toContain(parameter);
    expect([...required].sort()).toEqual(
      [
        ...Object.keys(known.pathArguments),
        ...known.query.required,
        // A field that is called like a part of the path has another name as an argument.
        ...(known.body?.required ?? []).map((field) =>
          field in known.pathArguments ? `body_${field}` : field,
        ),
      ].sort(),
    );
  });

  it('gives every field of the API a place, and none the name of an argument of ours', () => {
    const { places } = tool;
    const own = [...places.path, ...places.query, ...Object.keys(places.body)];
    expect(new Set(own).size).toBe(own.length);
    expect(own.filter((argument) => sharedArguments.includes(argument))).toEqual([]);
    expect(
      Object.keys(inputSchema.properties)
        .filter((argument) => !sharedArguments.includes(argument))
        .sort(),
    ).toEqual([...own].sort());
    // What only repeats the path is a field of the API and has no place of its own.
    expect(Object.values(places.body).sort()).toEqual(
      Object.keys(known.body?.properties ?? {})
        .filter((field) => !tool.endpoint.repeats?.includes(field))
        .sort(),
    );
  });

  it('takes its examples, and they keep the rules', () => {
    const { least, full } = exampleArguments(tool);
    const schema = asZod(checkedSchemaOf(tool.endpoint));
    for (const given of [least, full]) {
      expect(schema.safeParse(given).error?.issues).toBeUndefined();
      expect(brokenRules(tool.endpoint.rules ?? [], given)).toEqual([]);
    }
  });

  it('adds nothing to what a caller gave', () => {
    const { least } = exampleArguments(tool);
    expect(asZod(checkedSchemaOf(tool.endpoint)).parse(least)).toEqual(least);
  });

  it('refuses an argument that does not exist', () => {
    const { least } = exampleArguments(tool);
    for (const schema of [inputSchema, checkedSchemaOf(tool.endpoint)])
      expect(asZod(schema).safeParse({ ...least, no_such_argument: 1 }).success).toBe(false);
  });
});

describe('arguments that shape the answer', () => {
  const has = (name: string): readonly string[] =>
    sharedArguments.filter((argument) => argument in named(name).inputSchema.properties);

  it('belong to the kind of answer', () => {
    expect(has('droplets_list')).toEqual(['max_items', 'after', 'where', 'fields', 'detail']);
    expect(has('droplets_get')).toEqual(['fields', 'detail', 'wait_seconds']);
    expect(has('droplets_destroy')).toEqual(['wait_seconds', 'dry_run', 'keep']);
    expect(has('volumes_delete')).toEqual(['dry_run', 'keep']);
    expect(has('kubernetes_get_kubeconfig')).toEqual([]);
    expect(has('apps_get_logs')).toEqual([]);
  });

  it('are bounded', () => {
    const bounds = (name: string, argument: string): Schema | undefined =>
      checkedSchemaOf(named(name).endpoint).properties[argument];
    expect(bounds('droplets_list', 'max_items')).toMatchObject({ minimum: 1, maximum: 10_000 });
    expect(bounds('droplets_get', 'wait_seconds')).toMatchObject({ minimum: 0, maximum: 45 });
  });

  it('are offered without what goes without saying', () => {
    for (const { name, inputSchema } of tools)
      for (const [argument, { minimum }] of Object.entries(inputSchema.properties))
        if (argument === 'max_items' || argument === 'wait_seconds')
          expect(minimum, name).toBeUndefined();
  });
});

describe('a body field with the name of a path field', () => {
  const endpoint = findEndpoint('droplets_get');
  if (!endpoint) throw new Error('no entry');
  const colliding: Endpoint = {
    ...endpoint,
    facts: {
      ...endpoint.facts,
      body: {
        type: 'object',
        properties: { droplet_id: { type: 'string' }, note: { type: 'string' } },
        required: ['droplet_id'],
        additionalProperties: false,
      },
    },
  };

  it('is renamed', () => {
    const tool = buildTool(colliding);
    expect(tool.places.body).toEqual({ body_droplet_id: 'droplet_id', note: 'note' });
    expect(tool.inputSchema.required).toEqual(['droplet_id', 'body_droplet_id']);
    expect(tool.inputSchema.properties['droplet_id']).toMatchObject({ type: 'integer' });
    expect(tool.inputSchema.properties['body_droplet_id']).toMatchObject({ type: 'string' });
  });

  it('is dropped where it only repeats the path', () => {
    const tool = buildTool({ ...colliding, repeats: ['droplet_id'] });
    expect(tool.places.body).toEqual({ note: 'note' });
    expect(tool.inputSchema.required).toEqual(['droplet_id']);
  });
});

describe('facts that the document has wrong', () => {
  const accepts = (name: string, given: Arguments): boolean =>
    asZod(checkedSchemaOf(named(name).endpoint)).safeParse({
      ...exampleArguments(named(name)).least,
      ...given,
    }).success;

  it('do not keep new regions out', () => {
    expect(accepts('volumes_create', { region: 'ric1' })).toBe(true);
    expect(accepts('load_balancers_create', { region: 'atl1' })).toBe(true);
  });

  it('do not keep backup policies from being changed', () => {
    expect(accepts('droplet_actions_post', { type: 'change_backup_policy' })).toBe(true);
    expect(accepts('droplet_actions_post', { type: 'explode' })).toBe(false);
  });

  it('do not let eleven Droplets be made at once', () => {
    const names = Array.from({ length: 11 }, (_, index) => `web-${index}`);
    expect(accepts('droplets_create', { names })).toBe(false);
    expect(accepts('droplets_create', { names: names.slice(1) })).toBe(true);
  });

  it('do not let a deletion by name go without its region', () => {
    expect(named('volumes_delete_by_name').inputSchema.required).toEqual(['name', 'region']);
  });
});

describe('defaults', () => {
  it('are told, never set', () => {
    const { properties } = named('load_balancers_create').inputSchema;
    expect(properties['health_check']?.properties?.['port']?.description).toBe('Default 80.');
    expect(properties['http_idle_timeout_seconds']?.description).toMatch(/Default 60\.$/);
  });
});
