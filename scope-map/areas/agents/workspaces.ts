// Workspaces that agents are sorted into, and the regions in which agents live.
import type { Behaviour } from '../../endpoint/behaviour.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { agentList, agentSecrets, workspaceSecrets } from './views.ts';

const collection: Behaviour = { as: 'collection', merges: true };

// The agents in it stand there whole, and have a list of their own.
const view = {
  keeps: ['uuid', 'name', 'description', 'created_by_email', 'created_at', 'updated_at'],
};

/** Entries of workspaces and regions. */
export const workspaces = entriesOf(facts, {
  genai_list_workspaces: {
    title: 'List workspaces',
    description: 'Lists the workspaces into which agents and their evaluations are sorted.',
    discloses: workspaceSecrets,
    reply: { kind: 'list', key: 'workspaces', paging: { style: 'none' } },
    view: { columns: view.keeps },
    simulate: collection,
  },
  genai_get_workspace: {
    title: 'Get a workspace',
    description:
      'Shows one workspace: name, purpose and who made it; genai_list_agents_by_workspace lists what is in it.',
    discloses: workspaceSecrets,
    reply: object('workspace'),
    view,
    simulate: collection,
  },
  genai_create_workspace: {
    title: 'Create a workspace',
    description: 'Creates a workspace to sort agents into, with some of them in it from the start.',
    effect: 'write',
    discloses: workspaceSecrets,
    reply: object('workspace'),
    view,
    simulate: collection,
    says: { agent_uuids: 'Agents to move into it.' },
  },
  genai_update_workspace: {
    title: 'Update a workspace',
    description:
      'Changes name or description of a workspace; genai_update_agents_workspace moves agents into it.',
    rules: [{ kind: 'any_of', arguments: ['name', 'description'] }],
    effect: 'write',
    discloses: workspaceSecrets,
    reply: object('workspace'),
    view,
    simulate: collection,
    repeats: ['workspace_uuid'],
  },
  genai_delete_workspace: {
    title: 'Delete a workspace',
    description:
      'Deletes a workspace for good; move its agents to another with genai_update_agents_workspace first.',
    reply: object(null),
    simulate: collection,
  },
  genai_list_agents_by_workspace: {
    title: 'List agents of a workspace',
    description: 'Lists the agents in one workspace; genai_list_agents lists all.',
    discloses: agentSecrets,
    reply: pagedList('agents'),
    view: agentList,
  },
  genai_update_agents_workspace: {
    title: 'Move agents to a workspace',
    description: 'Moves these agents, wherever they are now, into one workspace.',
    effect: 'write',
    discloses: workspaceSecrets,
    reply: object('workspace'),
    view,
    repeats: ['workspace_uuid'],
    says: { workspace_uuid: 'Workspace to move them to, from genai_list_workspaces.' },
  },
  genai_list_datacenter_regions: {
    title: 'List regions for AI agents',
    description:
      'Lists the regions in which agents and knowledge bases can be made; regions_list has those of Droplets.',
    reply: { kind: 'list', key: 'regions', paging: { style: 'none' } },
    view: {
      columns: [
        'region',
        'serves_inference',
        'serves_batch',
        'inference_url',
        'stream_inference_url',
      ],
    },
  },
});
