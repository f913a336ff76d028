// How changes of models, routers and their keys are put back.
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
const router = look('genai_get_model_router', itself);
const routing = asBefore(
  'name',
  'description',
  ['fallback_models', 'config.fallback_models'],
  ['policies', 'config.policies'],
);
const key = { api_key_uuid: argument('api_key_uuid') };
const keyNow = look('genai_list_model_api_keys', {}, { uuid: argument('api_key_uuid') });

/** By operation id. */
export const undos: Undos = {
  genai_import_custom_model: cannot('genai_delete_custom_model removes it when it is there'),
  genai_update_custom_model_metadata: restores(
    look('genai_get_custom_model', itself),
    call('genai_update_custom_model_metadata', { ...itself, ...asBefore('name', 'description') }),
  ),
  genai_delete_custom_model: cannot('a model that was imported has to be imported anew'),
  genai_create_model_router: removes(
    look('genai_get_model_router', { uuid: reply('model_router.uuid') }),
    call('genai_delete_model_router', { uuid: reply('model_router.uuid') }),
  ),
  genai_update_model_router: restores(
    router,
    call('genai_update_model_router', { ...itself, ...routing }),
  ),
  genai_delete_model_router: restores(router, call('genai_create_model_router', routing), {
    differs: 'the router gets another id',
  }),
  genai_create_model_api_key: cannot(
    'which key was made is not told; genai_delete_model_api_key ends one',
  ),
  genai_update_model_api_key: restores(
    keyNow,
    call('genai_update_model_api_key', { ...key, ...asBefore('name') }),
  ),
  genai_regenerate_model_api_key: cannot('the former key is replaced'),
  genai_delete_model_api_key: cannot('a key is shown once, and does not come back'),
};
