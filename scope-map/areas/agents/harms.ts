// What goes with AI agents, their keys and what they are made of.
import type { Hanging, Harm, Harms, Look, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const agentAt = (parameter: string): Thing => ({
  look: look('genai_get_agent', { uuid: argument(parameter) }),
  details: [
    { at: 'model.name', says: 'on {}' },
    { at: 'deployment.url', says: 'at {}' },
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
});

const keys: Hanging = {
  kind: 'access key',
  asks: 'which access keys it has',
  fate: 'destroyed',
  at: 'api_key_infos',
  note: 'whatever calls it with one is locked out',
};

const parents: Hanging = {
  kind: 'agent that hands questions on to it',
  asks: 'which agents hand questions on to it',
  fate: 'loses',
  at: 'parent_agents',
};

const parts: readonly Hanging[] = [
  {
    kind: 'knowledge base',
    asks: 'which knowledge bases it has',
    fate: 'keeps_costing',
    at: 'knowledge_bases',
  },
  {
    kind: 'child agent',
    asks: 'to which agents it hands questions on',
    fate: 'stays',
    at: 'child_agents',
  },
];

const servers: Hanging = {
  kind: 'MCP server',
  asks: 'which MCP servers it has',
  fate: 'loses',
  at: 'mcp_servers',
  named: 'server_label',
  unless: { at: 'server_label', is: argument('mcp_servers.server_label') },
  note: 'used by it no more',
};

const agent = { kind: 'agent', known: 'uuid', thing: agentAt('uuid') } as const;

/** Something that is taken off an agent, and stays itself. */
const detached = (
  part: Pick<Hanging, 'kind' | 'at' | 'note' | 'asks'>,
  argumentOf: string,
  agentArgument = 'agent_uuid',
  by = 'uuid',
): Harm => ({
  kind: 'agent',
  does: `Takes a ${part.kind} off`,
  known: agentArgument,
  thing: agentAt(agentArgument),
  hangs: [
    {
      ...part,
      fate: 'stays',
      belongs: [{ at: by, is: argument(argumentOf) }],
    },
  ],
});

const changedFunction: Harm = {
  kind: 'agent',
  known: 'agent_uuid',
  thing: agentAt('agent_uuid'),
  hangs: [
    {
      kind: 'function',
      asks: 'which function it is',
      fate: 'stays',
      at: 'functions',
      belongs: [{ at: 'uuid', is: argument('function_uuid') }],
      note: 'called by what the agent knows of it from now on',
    },
  ],
};

const keyOfAgent: Harm = {
  kind: 'access key',
  known: 'api_key_uuid',
  thing: {
    look: look('genai_list_agent_api_keys', { agent_uuid: argument('agent_uuid') }),
    belongs: [{ at: 'uuid', is: argument('api_key_uuid') }],
    details: [{ at: 'created_at', as: 'age' }],
  },
  hangs: [
    {
      kind: 'agent',
      asks: 'to which agent it leads',
      fate: 'stays',
      look: agentAt('agent_uuid').look,
      note: 'whatever calls it with this key is locked out',
    },
  ],
};

/** A key of a provider of models, and the agents that answer by it. */
const providerKey = (provider: string, key: Look, agents: Look): Harm => ({
  kind: `${provider} key`,
  known: 'api_key_uuid',
  thing: { look: key, details: [{ at: 'created_at', as: 'age' }] },
  hangs: [{ kind: 'agent', asks: 'which agents answer by it', fate: 'loses', look: agents }],
});

const anthropic = providerKey(
  'Anthropic',
  look('genai_get_anthropic_api_key', { api_key_uuid: argument('api_key_uuid') }),
  look('genai_list_agents_by_anthropic_key', { uuid: argument('api_key_uuid') }),
);

const openai = providerKey(
  'OpenAI',
  look('genai_get_openai_api_key', { api_key_uuid: argument('api_key_uuid') }),
  look('genai_list_agents_by_openai_key', { uuid: argument('api_key_uuid') }),
);

/** By operation id. */
export const harms: Harms = {
  genai_update_agent: { ...agent, hangs: [servers] },
  genai_delete_agent: { ...agent, hangs: [keys, parents, ...parts] },
  genai_update_agent_deployment_visibility: {
    ...agent,
    hangs: [{ ...keys, fate: 'loses', note: 'whatever calls it is locked out' }, parents],
  },
  genai_detach_knowledge_base: detached(
    {
      kind: 'knowledge base',
      asks: 'which knowledge base it is',
      at: 'knowledge_bases',
      note: 'with its content, answered from no more',
    },
    'knowledge_base_uuid',
  ),
  genai_update_agent_function: changedFunction,
  genai_detach_agent_function: detached(
    { kind: 'function', asks: 'which function it is', at: 'functions', note: 'still deployed' },
    'function_uuid',
  ),
  genai_detach_agent_guardrail: detached(
    {
      kind: 'guardrail',
      asks: 'which guardrail it is',
      at: 'guardrails',
      note: 'its answers are checked by it no more',
    },
    'guardrail_uuid',
    'agent_uuid',
    'guardrail_uuid',
  ),
  genai_detach_agent: detached(
    { kind: 'child agent', asks: 'which agent it is', at: 'child_agents' },
    'child_agent_uuid',
    'parent_agent_uuid',
  ),
  genai_regenerate_agent_api_key: keyOfAgent,
  genai_delete_agent_api_key: keyOfAgent,
  genai_delete_workspace: {
    kind: 'workspace',
    thing: {
      look: look('genai_get_workspace', { workspace_uuid: argument('workspace_uuid') }),
      details: [{ at: 'created_at', as: 'age' }],
    },
    hangs: [
      {
        kind: 'agent',
        asks: 'which agents are in it',
        fate: 'loses',
        look: look('genai_list_agents_by_workspace', {
          workspace_uuid: argument('workspace_uuid'),
        }),
      },
      {
        kind: 'test case',
        asks: 'which test cases are in it',
        fate: 'loses',
        at: 'evaluation_test_cases',
      },
    ],
  },
  genai_update_anthropic_api_key: anthropic,
  genai_delete_anthropic_api_key: anthropic,
  genai_update_openai_api_key: openai,
  genai_delete_openai_api_key: openai,
};
