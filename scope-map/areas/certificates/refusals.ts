// Why DigitalOcean would refuse what is done with certificates.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { look, perhaps, untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  certificates_create: [
    look(
      looking('certificates_list', {}),
      [perhaps('found', 'whether a second certificate may be called {name}')],
      { among: { list: 'certificates', where: { name: 'name' } } },
    ),
    untold('whether the domains are managed here, or the certificate and its key fit'),
  ],
  certificates_delete: [untold('whether a load balancer or a CDN endpoint uses it')],
};
