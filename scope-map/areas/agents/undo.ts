// How changes of AI agents, their parts and their keys are put back.
import type { From, Undo, Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  former,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { uuid: argument('uuid') };
const agent = look('genai_get_agent', itself);
const part = { agent_uuid: argument('agent_uuid') };
const base = { ...part, knowledge_base_uuid: argument('knowledge_base_uuid') };
const family = {
  parent_agent_uuid: argument('parent_agent_uuid'),
  child_agent_uuid: argument('child_agent_uuid'),
};
const child = look(
  'genai_get_agent_children',
  { uuid: argument('parent_agent_uuid') },
  { uuid: argument('child_agent_uuid') },
);
const route = asBefore('route_name', 'if_case');
const workspace = { workspace_uuid: argument('workspace_uuid') };
const shownOnce = cannot('a key is shown once, and does not come back');
const owner = look('genai_get_agent', { uuid: argument('agent_uuid') });

/** A name is put back; a key is not. */
const renamed = (state: Undo['state'], inverse: Undo['ways'][0]): Undo => ({
  ...(state && { state }),
  watches: ['name'],
  ways: [{ when: { argument: 'api_key' }, cannot: 'the former key is not shown' }, inverse],
});

const keyOf = { api_key_uuid: argument('api_key_uuid') };
const itsKey: Readonly<Record<string, From>> = { ...part, ...keyOf };

/** By operation id. */
export const undos: Undos = {
  genai_create_agent: removes(
    look('genai_get_agent', { uuid: reply('agent.uuid') }),
    call('genai_delete_agent', { uuid: reply('agent.uuid') }),
    ['name', 'instruction'],
  ),
  genai_update_agent: {
    state: agent,
    watches: [
      'name',
      'description',
      'instruction',
      'temperature',
      'top_p',
      'max_tokens',
      'k',
      'tags',
    ],
    ways: [
      {
        when: { argument: 'mcp_servers' },
        cannot: 'the credentials of MCP servers are not shown',
      },
      {
        calls: [
          call('genai_update_agent', {
            ...itself,
            ...asBefore(
              'name',
              'description',
              'instruction',
              'temperature',
              'top_p',
              'max_tokens',
              'k',
              'tags',
              'retrieval_method',
              'provide_citations',
            ),
          }),
        ],
      },
    ],
  },
  genai_delete_agent: cannot('its versions, keys and conversations are gone with it'),
  genai_update_agent_deployment_visibility: restores(
    agent,
    call('genai_update_agent_deployment_visibility', {
      ...itself,
      visibility: former('deployment.visibility'),
    }),
  ),
  genai_rollback_to_agent_version: cannot('another version is chosen with the same call'),
  genai_attach_knowledge_base: {
    state: owner,
    watches: ['knowledge_bases.uuid'],
    ways: [{ calls: [call('genai_detach_knowledge_base', base)] }],
  },
  genai_attach_knowledge_bases: cannot('which were attached before is not told by its call'),
  genai_detach_knowledge_base: {
    state: owner,
    watches: ['knowledge_bases.uuid'],
    ways: [{ calls: [call('genai_attach_knowledge_base', base)] }],
  },
  genai_attach_agent_function: cannot('which function was added is not told by its id'),
  genai_update_agent_function: cannot('its former schemas are not told in that form'),
  genai_detach_agent_function: cannot('its schemas have to be said anew'),
  genai_attach_agent_guardrails: {
    state: owner,
    watches: ['guardrails.guardrail_uuid'],
    ways: [{ cannot: 'each is taken off by its own call, genai_detach_agent_guardrail' }],
  },
  genai_detach_agent_guardrail: cannot('its place among the others has to be said anew'),
  genai_attach_agent: {
    ways: [{ calls: [call('genai_detach_agent', family)] }],
  },
  genai_update_attached_agent: restores(
    child,
    call('genai_update_attached_agent', { ...family, ...route }),
  ),
  genai_detach_agent: restores(child, call('genai_attach_agent', { ...family, ...route })),
  genai_create_agent_api_key: {
    ways: [
      {
        calls: [
          call('genai_delete_agent_api_key', {
            ...part,
            api_key_uuid: reply('api_key_info.uuid'),
          }),
        ],
      },
    ],
  },
  genai_update_agent_api_key: restores(
    look('genai_list_agent_api_keys', part, { uuid: argument('api_key_uuid') }),
    { operation: 'genai_update_agent_api_key', given: { ...itsKey, ...asBefore('name') } },
  ),
  genai_regenerate_agent_api_key: cannot('the former key is replaced'),
  genai_delete_agent_api_key: shownOnce,
  genai_create_workspace: removes(
    look('genai_get_workspace', { workspace_uuid: reply('workspace.uuid') }),
    call('genai_delete_workspace', { workspace_uuid: reply('workspace.uuid') }),
  ),
  genai_update_workspace: restores(
    look('genai_get_workspace', workspace),
    call('genai_update_workspace', { ...workspace, ...asBefore('name', 'description') }),
  ),
  genai_delete_workspace: cannot('which agents belonged to it has to be said anew'),
  genai_update_agents_workspace: cannot('in which workspaces the agents were before is not told'),
  genai_create_anthropic_api_key: removes(
    look('genai_get_anthropic_api_key', { api_key_uuid: reply('api_key_info.uuid') }),
    call('genai_delete_anthropic_api_key', { api_key_uuid: reply('api_key_info.uuid') }),
  ),
  genai_update_anthropic_api_key: renamed(look('genai_get_anthropic_api_key', keyOf), {
    calls: [call('genai_update_anthropic_api_key', { ...keyOf, ...asBefore('name') })],
  }),
  genai_delete_anthropic_api_key: shownOnce,
  genai_create_openai_api_key: removes(
    look('genai_get_openai_api_key', { api_key_uuid: reply('api_key_info.uuid') }),
    call('genai_delete_openai_api_key', { api_key_uuid: reply('api_key_info.uuid') }),
  ),
  genai_update_openai_api_key: renamed(look('genai_get_openai_api_key', keyOf), {
    calls: [call('genai_update_openai_api_key', { ...keyOf, ...asBefore('name') })],
  }),
  genai_delete_openai_api_key: shownOnce,
  genai_create_oauth2_dropbox_tokens: cannot('a token is withdrawn at Dropbox'),
};
