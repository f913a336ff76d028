// Where DigitalOcean's document is wrong about partner attachments.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['partnerAttachments_patch'],
    change: { kind: 'scopes', are: [['partner_network_connect:update']] },
    why: 'Changing asks for more than reading; the document names the scope of its neighbours that read.',
    source: "DigitalOcean's list of scopes: partner_network_connect:update",
  },
  {
    operations: ['partnerAttachments_delete'],
    change: { kind: 'scopes', are: [['partner_network_connect:delete']] },
    why: 'Deleting asks for more than reading; the document names the scope of its neighbours that read.',
    source: "DigitalOcean's list of scopes: partner_network_connect:delete",
  },
];
