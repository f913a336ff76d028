// Agents themselves: what they are, who may reach them, their versions and what they used.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { overwrites, valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { agentList, agentSecrets, agentView, listedSecrets } from './views.ts';

const itself = read('genai_get_agent', { uuid: argument('uuid') });

const life: LifeCycle = {
  poll: itself,
  state: 'agent.deployment.status',
  done: ['STATUS_RUNNING'],
  failed: ['STATUS_FAILED', 'STATUS_UNDEPLOYMENT_FAILED', 'STATUS_DELETED'],
  usually: 60,
  what: 'agent',
};

const headers = ['mcp_servers.authorization', 'mcp_servers.headers'] as const;

const whenVisible = (visibility: string) =>
  ({
    when: { argument: 'visibility', is: [visibility] },
    field: 'agent.deployment.visibility',
    is: [visibility],
    missing: `it is not ${visibility} yet`,
  }) as const;

const says = { uuid: 'Agent id, from genai_list_agents.' };

/** Entries of agents themselves. */
export const agents = entriesOf(facts, {
  genai_list_agents: {
    title: 'List AI agents',
    description:
      'Lists AI agents with state, visibility, address and model; genai_get_agent shows one with what hangs on it.',
    discloses: listedSecrets,
    reply: pagedList('agents'),
    view: agentList,
  },
  genai_get_agent: {
    title: 'Get an AI agent',
    description:
      'Shows one agent: instruction, model, settings, knowledge bases, functions and guardrails; wait_seconds waits until it runs.',
    discloses: agentSecrets,
    reply: object('agent'),
    view: agentView,
    watch: life,
    says,
  },
  genai_create_agent: {
    title: 'Create an AI agent',
    description:
      'Creates and deploys an agent with a model, an instruction and any knowledge bases; it is free until asked, then billed by tokens. Callers need a key from genai_create_agent_api_key.',
    rules: [
      {
        kind: 'any_of',
        arguments: ['model_uuid', 'model_router_uuid', 'router_preset_slug'],
      },
    ],
    effect: 'write',
    discloses: agentSecrets,
    reply: object('agent'),
    view: agentView,
    watch: {
      ...life,
      poll: read('genai_get_agent', { uuid: reply('agent.uuid') }),
      missing: 'wait',
    },
    confidential: headers,
    says: {
      description: 'For people; the model does not see it.',
      knowledge_base_uuid: 'Ids of knowledge bases to attach.',
      project_id: 'Project to put it in, from projects_list.',
      region: 'Region slug, such as tor1, from genai_list_datacenter_regions.',
      workspace_uuid: 'Workspace to put it in, from genai_list_workspaces.',
    },
  },
  genai_update_agent: {
    title: 'Update an AI agent',
    description:
      'Changes the given settings of an agent and makes a new version of it; knowledge bases, functions, guardrails and child agents are attached by calls of their own.',
    conditions: [
      valued('clear_mcp_servers', [true], {
        effect: 'destroy',
        loses: 'takes all MCP servers off the agent',
      }),
      overwrites('mcp_servers', 'replaces the MCP servers of the agent'),
    ],
    rules: [
      {
        kind: 'excludes',
        when: { argument: 'clear_mcp_servers', is: [true] },
        arguments: ['mcp_servers'],
      },
    ],
    effect: 'write',
    discloses: agentSecrets,
    reply: object('agent'),
    view: agentView,
    confidential: headers,
    repeats: ['uuid'],
    says: {
      ...says,
      description: 'For people; the model does not see it.',
      project_id: 'Project to move it to.',
      tags: 'All its tags from now on.',
    },
  },
  genai_delete_agent: {
    title: 'Delete an AI agent',
    description:
      'Deletes an agent with its keys and versions for good; its knowledge bases stay. genai_update_agent_deployment_visibility only switches it off.',
    discloses: agentSecrets,
    reply: object('agent'),
    view: { keeps: ['uuid', 'name', 'deployment.status'] },
    says,
  },
  genai_update_agent_deployment_visibility: {
    title: 'Publish, hide or switch off an agent',
    description:
      'Opens an agent to everybody on the internet, at your cost, keeps it to callers with a key, or switches it off.',
    conditions: [
      valued('visibility', ['VISIBILITY_DISABLED'], {
        effect: 'destroy',
        loses: 'takes the agent out of service',
      }),
    ],
    effect: 'write',
    discloses: agentSecrets,
    reply: object('agent'),
    view: agentView,
    watch: {
      poll: itself,
      state: 'agent.deployment.visibility',
      done: ['VISIBILITY_PUBLIC', 'VISIBILITY_PRIVATE', 'VISIBILITY_DISABLED'],
      failed: [],
      // Any of them may still be the one from before.
      until: [
        whenVisible('VISIBILITY_PUBLIC'),
        whenVisible('VISIBILITY_PRIVATE'),
        whenVisible('VISIBILITY_DISABLED'),
      ],
      usually: 30,
      what: 'visibility of the agent',
    },
    repeats: ['uuid'],
    says,
  },
  genai_get_agent_usage: {
    title: 'Get what an agent used',
    description:
      'Counts the tokens that an agent used between two days, by kind, log insights apart; it tells no prices.',
    reply: object(null),
    says,
  },
  genai_list_agent_versions: {
    title: 'List versions of an agent',
    description:
      'Lists the versions of an agent: who made each by which change, which is in use, and which it can be put back to.',
    reply: pagedList('agent_versions'),
    view: {
      columns: [
        'version_hash',
        'name',
        'trigger_action',
        'currently_applied',
        'can_rollback',
        'model_name',
        'temperature',
        'max_tokens',
        'created_by_email',
        'created_at',
      ],
    },
    says,
  },
  genai_rollback_to_agent_version: {
    title: 'Put an agent back to a version',
    description:
      'Gives an agent the settings and attachments of an earlier version whose can_rollback is true; genai_list_agent_versions shows which.',
    effect: 'write',
    reply: object(null),
    view: { keeps: ['version_hash'] },
    repeats: ['uuid'],
    says,
  },
});
