// Where DigitalOcean's document is wrong about agents.
import type { Correction } from '../../corrections/correction.ts';

const noChoice =
  'The first value stands for a choice that was not made, and that is said by leaving the argument out.';

const functions = ['genai_attach_agent_function', 'genai_update_agent_function'] as const;

const schemaExample = "example of DigitalOcean's command line for adding a function";

const required = (
  operation: Correction['operations'][number],
  names: readonly string[],
  why: string,
  source: string,
): Correction => ({
  operations: [operation],
  change: { kind: 'required', at: 'body', names },
  why,
  source,
});

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  required(
    'genai_create_agent',
    ['name', 'instruction', 'region', 'project_id'],
    'No agent can be made without them; the schema lists no required field.',
    "DigitalOcean's command line and Terraform provider, which refuse an agent without them",
  ),
  required(
    'genai_attach_agent_function',
    ['function_name', 'description', 'faas_name', 'faas_namespace', 'input_schema'],
    'The agent could neither find the function nor know when and how to call it.',
    "DigitalOcean's command line, which asks for them when a function is added",
  ),
  required(
    'genai_attach_agent_guardrails',
    ['guardrails'],
    'The path names no guardrail, so the body must.',
    'path of the operation',
  ),
  ...(['genai_create_agent_api_key', 'genai_update_agent_api_key'] as const).map((operation) =>
    required(
      operation,
      ['name'],
      'The name is all that a key is told apart by, and all that can be changed.',
      'fields of the body, which has no other',
    ),
  ),
  required(
    'genai_update_agent_deployment_visibility',
    ['visibility'],
    'The call changes nothing else.',
    'fields of the body, which has no other',
  ),
  required(
    'genai_rollback_to_agent_version',
    ['version_hash'],
    'The path names the agent and not the version, so the body must.',
    'path of the operation',
  ),
  ...(['genai_create_anthropic_api_key', 'genai_create_openai_api_key'] as const).map((operation) =>
    required(
      operation,
      ['api_key', 'name'],
      'A key is kept under a name; without the key there is nothing to keep.',
      "DigitalOcean's command line, which asks for both",
    ),
  ),
  required(
    'genai_create_oauth2_dropbox_tokens',
    ['code', 'redirect_url'],
    'A code is exchanged together with the address that it was sent to.',
    'OAuth 2.0 (RFC 6749, 4.1.3)',
  ),
  required(
    'genai_create_workspace',
    ['name'],
    'A workspace is known by its name; the schema lists no required field.',
    'fields of the body: no other tells one workspace from another',
  ),
  required(
    'genai_update_agents_workspace',
    ['agent_uuids'],
    'Without agents there is nothing to move.',
    'description of the operation',
  ),
  {
    operations: ['genai_get_oauth2_url'],
    change: { kind: 'required', at: 'query', names: ['type', 'redirect_url'] },
    why: 'The address depends on both: whose consent is asked for, and where it is sent.',
    source: 'description of the operation',
  },
  {
    operations: ['genai_get_oauth2_url'],
    change: { kind: 'schema', at: 'query.type', set: { enum: ['google', 'dropbox'] } },
    why: 'The description names the two kinds, the schema takes any text.',
    source: 'description of type',
  },
  {
    operations: ['genai_update_agent_deployment_visibility'],
    change: {
      kind: 'schema',
      at: 'body.visibility',
      set: { enum: ['VISIBILITY_PUBLIC', 'VISIBILITY_PRIVATE', 'VISIBILITY_DISABLED'] },
    },
    why: 'Of the others, one stands for no choice and one is no state any more.',
    source: 'description of visibility, which calls VISIBILITY_PLAYGROUND given up',
  },
  {
    operations: ['genai_update_agent_deployment_visibility'],
    change: { kind: 'default', at: 'visibility' },
    why: noChoice,
    source: 'the enum itself: its first value is what an unset field reads as',
  },
  {
    operations: ['genai_update_agent'],
    change: {
      kind: 'schema',
      at: 'body.retrieval_method',
      set: {
        enum: [
          'RETRIEVAL_METHOD_REWRITE',
          'RETRIEVAL_METHOD_STEP_BACK',
          'RETRIEVAL_METHOD_SUB_QUERIES',
          'RETRIEVAL_METHOD_NONE',
        ],
      },
    },
    why: noChoice,
    source: 'the enum itself: its first value is what an unset field reads as',
  },
  {
    operations: ['genai_update_agent'],
    change: { kind: 'default', at: 'retrieval_method' },
    why: noChoice,
    source: 'the enum itself: its first value is what an unset field reads as',
  },
  {
    operations: functions,
    change: {
      kind: 'schema',
      at: 'body.input_schema',
      set: {
        properties: {
          parameters: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                in: { type: 'string' },
                description: { type: 'string' },
                required: { type: 'boolean' },
                schema: {
                  type: 'object',
                  properties: {
                    type: { type: 'string' },
                    enum: { type: 'array', items: { type: 'string' } },
                  },
                  additionalProperties: true,
                },
              },
              additionalProperties: true,
            },
          },
        },
      },
    },
    why: 'The schema says nothing of what stands in it, and hosts refuse such an object.',
    source: schemaExample,
  },
  {
    operations: functions,
    change: {
      kind: 'schema',
      at: 'body.output_schema',
      set: {
        properties: {
          properties: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              properties: { type: { type: 'string' }, description: { type: 'string' } },
              additionalProperties: true,
            },
          },
        },
      },
    },
    why: 'The schema says nothing of what stands in it, and hosts refuse such an object.',
    source: schemaExample,
  },
];
