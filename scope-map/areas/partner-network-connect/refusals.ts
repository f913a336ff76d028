// Why DigitalOcean would refuse what is done with partner attachments.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  partnerAttachments_create: [untold('whether the partner and the networks take the connection')],
  partnerAttachments_patch: [untold('whether there are the networks')],
  partnerAttachments_delete: [],
};
