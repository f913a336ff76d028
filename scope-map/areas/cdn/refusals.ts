// Why DigitalOcean would refuse what is done with CDN endpoints.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { look, perhaps, untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  cdn_create_endpoint: [
    look(
      looking('cdn_list_endpoints', {}),
      [perhaps('found', 'whether the bucket may have a second endpoint')],
      { among: { list: 'endpoints', where: { origin: 'origin' } } },
    ),
    untold('whether there is the bucket, and the certificate for the domain'),
  ],
  cdn_update_endpoints: [
    untold('whether there is the certificate for the domain', { argument: 'custom_domain' }),
    untold('whether there is the certificate for the domain', { argument: 'certificate_id' }),
  ],
  cdn_delete_endpoint: [],
  cdn_purge_cache: [],
};
