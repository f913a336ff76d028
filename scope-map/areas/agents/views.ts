// What of an agent is shown, and what of it is secret: agents hold each other whole, keys included.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { View } from '../../endpoint/reply.ts';

// Places are exact where they can be, so that an answer without them is known to give nothing away.
const ofServers = ['mcp_servers.authorization', 'mcp_servers.headers'] as const;

const inside = (place: string): readonly [string, ...string[]] => [
  `${place}.**.secret_key`,
  ...['api_key', 'authorization', 'headers'].map((name) => `${place}.**.${name}`),
];

/** The secrets in an agent, and in the agents in it. */
export const agentSecrets: Disclosure = {
  kind: 'credential',
  fields: [
    ...ofServers,
    'api_key_infos.secret_key',
    'api_keys.api_key',
    'functions.api_key',
    ...['child_agents', 'parent_agents', 'workspace.agents'].flatMap(inside),
  ],
};

/** The secrets in an agent of the list of all, which holds less of each. */
export const listedSecrets: Disclosure = { kind: 'credential', fields: ofServers };

/** The secrets in the agents of a workspace. */
export const workspaceSecrets: Disclosure = {
  kind: 'credential',
  fields: inside('agents'),
};

/** One agent, without the agents in it. */
export const agentView: View = {
  keeps: [
    'uuid',
    'name',
    'description',
    'instruction',
    'region',
    'project_id',
    'tags',
    'deployment.status',
    'deployment.visibility',
    'deployment.url',
    'model.uuid',
    'model.name',
    'model_router.uuid',
    'model_router.name',
    'anthropic_api_key.uuid',
    'openai_api_key.uuid',
    'model_provider_key.api_key_uuid',
    'knowledge_bases.uuid',
    'knowledge_bases.name',
    'functions.uuid',
    'functions.name',
    'functions.faas_namespace',
    'functions.faas_name',
    'guardrails.guardrail_uuid',
    'guardrails.name',
    'guardrails.is_attached',
    'guardrails.priority',
    'mcp_servers.server_label',
    'mcp_servers.server_url',
    'mcp_servers.allowed_tools',
    'workspace.uuid',
    'workspace.name',
    'temperature',
    'top_p',
    'max_tokens',
    'k',
    'retrieval_method',
    'provide_citations',
    'reasoning_effort',
    'thinking_token_budget',
    'web_search_enabled',
    'web_fetch_enabled',
    'conversation_logs_enabled',
    'logging_config.insights_enabled',
    'chatbot.allowed_domains',
    'version_hash',
    'created_at',
    'updated_at',
  ],
};

/** Agents in a list. */
export const agentList: View = {
  columns: [
    'uuid',
    'name',
    { name: 'status', at: 'deployment.status' },
    { name: 'visibility', at: 'deployment.visibility' },
    { name: 'deployment_url', at: 'deployment.url' },
    { name: 'model_name', at: 'model.name' },
    'region',
    'project_id',
    'tags',
    'created_at',
  ],
};

/** Agents that another one hands questions on to. */
export const childList: View = {
  columns: [
    'uuid',
    'name',
    'route_name',
    'if_case',
    { name: 'status', at: 'deployment.status' },
    { name: 'visibility', at: 'deployment.visibility' },
    { name: 'model_name', at: 'model.name' },
    'region',
    'route_created_at',
  ],
};
