// Rules of services that no library of theirs checks: what Bedrock, Gemini and VS Code say about tools.
import type { Tool } from '@modelcontextprotocol/sdk/types.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parts = (schema: Json, place: string): readonly (readonly [string, Json])[] => [
  [place, schema],
  ...Object.entries(isObject(schema['properties']) ? schema['properties'] : {}).flatMap(
    ([name, inner]) => (isObject(inner) ? parts(inner, `${place}.${name}`) : []),
  ),
  ...['items', 'additionalProperties'].flatMap((key) => {
    const inner = schema[key];
    return isObject(inner) ? parts(inner, `${place}.${key}`) : [];
  }),
];

/** Amazon Bedrock, ToolSpecification of the Converse API: names, a description, and an object at the root. */
export const brokenForBedrock = (tool: Tool): readonly string[] => [
  ...(/^[a-zA-Z0-9_-]{1,64}$/.test(tool.name) ? [] : [`${tool.name}: the name`]),
  ...((tool.description ?? '').length > 0 ? [] : [`${tool.name}: no description`]),
  ...(tool.inputSchema.type === 'object' ? [] : [`${tool.name}: no object`]),
  // Nova models take these three at the root and no more; additionalProperties is tolerated.
  ...Object.keys(tool.inputSchema)
    .filter((key) => !['type', 'properties', 'required', 'additionalProperties'].includes(key))
    .map((key) => `${tool.name}: ${key} at the root`),
];

const geminiTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

/** Gemini, Schema of a FunctionDeclaration: one type each, enums of text only, an item for every list. */
export const brokenForGemini = (tool: Tool): readonly string[] => [
  ...(/^[a-zA-Z_][a-zA-Z0-9_.-]{0,63}$/.test(tool.name) ? [] : [`${tool.name}: the name`]),
  ...parts(tool.inputSchema as Json, tool.name).flatMap(([place, schema]) => {
    const { type, items, anyOf, oneOf, allOf, $ref } = schema;
    return [
      ...(typeof type === 'string' && geminiTypes.includes(type) ? [] : [`${place}: type ${type}`]),
      ...(type === 'array' && !isObject(items) ? [`${place}: no items`] : []),
      ...([anyOf, oneOf, allOf, $ref].some((one) => one !== undefined)
        ? [`${place}: a union`]
        : []),
      ...(Array.isArray(schema['enum']) &&
      (type !== 'string' || schema['enum'].some((one) => typeof one !== 'string' || one === ''))
        ? [`${place}: an enum that is not text`]
        : []),
    ];
  }),
];

/** VS Code sends at most so many tools with one request, those of all servers together. */
export const mostToolsOfVsCode = 128;

/** Longest name that leaves room for a host's prefix within 64 characters. */
export const longestName = 44;
