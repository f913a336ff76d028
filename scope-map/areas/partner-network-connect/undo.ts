// How changes of partner attachments are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, cannot, look, removes, reply } from '../../entry/undos.ts';

const itself = { pa_id: argument('pa_id') };

/** By operation id. */
export const undos: Undos = {
  partnerAttachments_create: removes(
    look('partnerAttachments_get', { pa_id: reply('partner_attachment.id') }),
    call('partnerAttachments_delete', { pa_id: reply('partner_attachment.id') }),
  ),
  partnerAttachments_patch: {
    state: look('partnerAttachments_get', itself),
    watches: ['name', 'vpc_ids'],
    ways: [
      {
        when: { argument: 'bgp' },
        cannot: 'the former key of BGP is not shown',
      },
      { calls: [call('partnerAttachments_patch', { ...itself, ...asBefore('name', 'vpc_ids') })] },
    ],
  },
  partnerAttachments_delete: cannot('an attachment is set up together with the partner'),
  partnerAttachments_create_service_key: cannot('the former service key is replaced'),
};
