// Why OpenAI's strict mode cannot take a tool: an object in it has keys of the caller's own, as the API has it.
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { type Json, parts } from './rules.ts';

/** The places of a tool's schema whose keys are not known; none where strict mode should take it. */
export const openPlaces = (tool: Tool): readonly string[] =>
  parts(tool.inputSchema as Json, tool.name).flatMap(([place, schema]) =>
    schema['type'] === 'object' && schema['additionalProperties'] !== false ? [place] : [],
  );
