// Models, and the keys that programs call them with: DigitalOcean makes those in its control panel alone.
import { ok } from '../../exchange/call.ts';
import { pageOf } from '../../exchange/gen-ai.ts';
import { ApiRefusal, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { models } from '../../reference/models.ts';
import type { SimulatedArea } from '../area.ts';
import { routerRoutes } from './routers.ts';

const keys = '/v2/gen-ai/models/api_keys';
const key = `${keys}/{api_key_uuid}`;

const noKey = (): never => {
  throw notFound('API key');
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/gen-ai/models',
    requires: [['genai:read']],
    handle: (call) => {
      const wanted = call.query.getAll('usecases').flatMap((value) => value.split(','));
      const found = models.filter(
        ({ usecases }) => wanted.length === 0 || wanted.some((use) => usecases.includes(use)),
      );
      return pageOf(call, 'models', found, ({ uuid, id, name }) => ({
        uuid,
        id,
        name,
        is_foundational: true,
      }));
    },
  },
  {
    method: 'GET',
    path: keys,
    requires: [['genai:read']],
    handle: (call) => pageOf(call, 'api_key_infos', [], () => ok({})),
  },
  {
    method: 'POST',
    path: keys,
    requires: [['genai:create']],
    handle: () => {
      throw new ApiRefusal(
        410,
        'gone',
        'Keys of models are no longer made here: use the manage page of the control panel.',
      );
    },
  },
  { method: 'PUT', path: key, requires: [['genai:update']], handle: noKey },
  { method: 'DELETE', path: key, requires: [['genai:delete']], handle: noKey },
  { method: 'PUT', path: `${key}/regenerate`, requires: [['genai:update']], handle: noKey },
  ...routerRoutes,
];

/** Models and their keys. */
export const modelArea: SimulatedArea = { routes };
