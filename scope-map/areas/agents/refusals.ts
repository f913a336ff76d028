// Why DigitalOcean would refuse what is done with agents.
import type { Check, Refusals, Untold } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustExist, untold } from '../../entry/refusals.ts';

const settings: readonly (Check | Untold)[] = [
  mustExist(
    looking('projects_get', { project_id: 'project_id' }),
    'there is no project {project_id}',
  ),
  look(looking('genai_list_models', {}), [ground('missing', 'there is no model {model_uuid}')], {
    when: { argument: 'model_uuid' },
    among: { list: 'models', where: { uuid: 'model_uuid' } },
  }),
];

const base = mustExist(
  looking('genai_get_knowledge_base', { uuid: 'knowledge_base_uuid' }),
  'there is no knowledge base {knowledge_base_uuid}',
);

const key = look(
  looking('genai_list_agent_api_keys', { agent_uuid: 'agent_uuid' }),
  [ground('missing', 'the agent has no key {api_key_uuid}')],
  { among: { list: 'api_key_infos', where: { uuid: 'api_key_uuid' } } },
);

/** By operation id. */
export const refusals: Refusals = {
  genai_create_agent: [
    look(
      looking('genai_list_datacenter_regions', {}),
      [ground('missing', 'there are no agents in {region}')],
      {
        when: { argument: 'region' },
        among: { list: 'regions', where: { region: 'region' } },
      },
    ),
    ...settings,
    mustExist(
      looking('genai_get_knowledge_base', { uuid: 'it' }),
      'there is no knowledge base {it}',
      {
        each: 'knowledge_base_uuid',
      },
    ),
    untold('what else an agent of these settings needs'),
  ],
  genai_update_agent: [...settings, untold('what else an agent of these settings needs')],
  genai_delete_agent: [],
  genai_update_agent_deployment_visibility: [],
  genai_attach_knowledge_base: [
    base,
    look(looking('genai_get_agent', { uuid: 'agent_uuid' }), [
      ground(
        { at: 'agent.knowledge_bases.uuid', has: 'knowledge_base_uuid' },
        'the agent has the knowledge base already',
      ),
    ]),
  ],
  genai_detach_knowledge_base: [
    look(looking('genai_get_agent', { uuid: 'agent_uuid' }), [
      ground(
        { at: 'agent.knowledge_bases.uuid', lacks: 'knowledge_base_uuid' },
        'the agent does not have the knowledge base {knowledge_base_uuid}',
      ),
    ]),
  ],
  genai_create_agent_api_key: [],
  genai_update_agent_api_key: [key],
  genai_regenerate_agent_api_key: [key],
  genai_delete_agent_api_key: [key],
};
