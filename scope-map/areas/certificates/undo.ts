// How changes of certificates are put back: never the private key.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply } from '../../entry/undos.ts';

/** By operation id. */
export const undos: Undos = {
  certificates_create: removes(
    look('certificates_get', { certificate_id: reply('certificate.id') }),
    call('certificates_delete', { certificate_id: reply('certificate.id') }),
  ),
  certificates_delete: {
    state: look('certificates_get', { certificate_id: argument('certificate_id') }),
    ways: [
      {
        stood: { at: 'type', is: ['lets_encrypt'] },
        calls: [call('certificates_create', asBefore('name', 'type', 'dns_names'))],
        differs:
          'a certificate of Let’s Encrypt is issued anew, with another id; one of your own does not come back, its private key is not shown',
      },
      { cannot: 'the private key of a certificate of your own is not shown' },
    ],
  },
};
