// How changes of knowledge bases are put back.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { uuid: argument('uuid') };
const passing = cannot('what was indexed stays; it leaves nothing to put back');

/** By operation id. */
export const undos: Undos = {
  genai_create_knowledge_base: removes(
    look('genai_get_knowledge_base', { uuid: reply('knowledge_base.uuid') }),
    call('genai_delete_knowledge_base', { uuid: reply('knowledge_base.uuid') }),
    ['name'],
  ),
  genai_update_knowledge_base: restores(
    look('genai_get_knowledge_base', itself),
    call('genai_update_knowledge_base', {
      ...itself,
      ...asBefore('name', 'tags', 'project_id', 'database_id'),
    }),
  ),
  genai_delete_knowledge_base: cannot('its index is gone with it'),
  genai_create_knowledge_base_data_source: {
    ways: [
      {
        calls: [
          call('genai_delete_knowledge_base_data_source', {
            knowledge_base_uuid: argument('knowledge_base_uuid'),
            data_source_uuid: reply('knowledge_base_data_source.uuid'),
          }),
        ],
      },
    ],
  },
  genai_update_knowledge_base_data_source: cannot('how it was cut before is not told in that form'),
  genai_delete_knowledge_base_data_source: cannot('its credentials are not shown'),
  genai_create_data_source_file_upload_presigned_urls: cannot('an address for an upload expires'),
  genai_create_indexing_job: passing,
  genai_cancel_indexing_job: passing,
  genai_create_scheduled_indexing: {
    ways: [
      {
        calls: [call('genai_delete_scheduled_indexing', { uuid: reply('indexing_info.uuid') })],
      },
    ],
  },
  genai_delete_scheduled_indexing: cannot('its days and time have to be said anew'),
};
