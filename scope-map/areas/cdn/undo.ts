// How changes of CDN endpoints are put back.
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

const itself = { cdn_id: argument('cdn_id') };
const endpoint = look('cdn_get_endpoint', itself);
const settings = asBefore('ttl', 'certificate_id', 'custom_domain');

/** By operation id. */
export const undos: Undos = {
  cdn_create_endpoint: removes(
    look('cdn_get_endpoint', { cdn_id: reply('endpoint.id') }),
    call('cdn_delete_endpoint', { cdn_id: reply('endpoint.id') }),
    ['ttl', 'certificate_id', 'custom_domain'],
  ),
  cdn_update_endpoints: restores(
    endpoint,
    call('cdn_update_endpoints', { ...itself, ...settings }),
  ),
  cdn_delete_endpoint: restores(
    endpoint,
    call('cdn_create_endpoint', { ...asBefore('origin'), ...settings }),
    { differs: 'the endpoint gets another id, and its cache begins empty' },
  ),
  cdn_purge_cache: cannot('a cache fills itself again'),
};
