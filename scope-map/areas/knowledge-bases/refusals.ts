// Why DigitalOcean would refuse what is done with knowledge bases.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustExist, untold } from '../../entry/refusals.ts';

const source = look(
  looking('genai_list_knowledge_base_data_sources', {
    knowledge_base_uuid: 'knowledge_base_uuid',
  }),
  [ground('missing', 'the knowledge base has no source {data_source_uuid}')],
  { among: { list: 'knowledge_base_data_sources', where: { uuid: 'data_source_uuid' } } },
);

/** By operation id. */
export const refusals: Refusals = {
  genai_create_knowledge_base: [
    mustExist(
      looking('projects_get', { project_id: 'project_id' }),
      'there is no project {project_id}',
    ),
    look(
      looking('genai_list_models', {}),
      [ground('missing', 'there is no model {embedding_model_uuid}')],
      {
        when: { argument: 'embedding_model_uuid' },
        among: { list: 'models', where: { uuid: 'embedding_model_uuid' } },
      },
    ),
    untold('whether the sources can be read, and whether the model and the region are for this'),
  ],
  genai_update_knowledge_base: [untold('whether the model and the database are for this')],
  genai_delete_knowledge_base: [],
  genai_create_knowledge_base_data_source: [untold('whether the source can be read')],
  genai_update_knowledge_base_data_source: [source],
  genai_delete_knowledge_base_data_source: [source],
  genai_create_indexing_job: [
    mustExist(
      looking('genai_get_knowledge_base', { uuid: 'knowledge_base_uuid' }),
      'there is no knowledge base {knowledge_base_uuid}',
    ),
    untold('whether the knowledge base has these sources'),
  ],
  genai_cancel_indexing_job: [untold('whether the job still runs')],
};
