// Giving a snapshot to another account or team: offering it, and what either side answers.
import { overwrites } from '../../../entry/conditions.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const leaves =
  'takes the image out of this account once it is accepted, at once for a team of the same owner';

/** By operation id. */
export const transfers = entriesOf(facts, {
  images_post_account_transfer_create: {
    title: 'Give a snapshot away',
    description:
      'Offers a Droplet snapshot to another account or team, which then owns it; keep transfer_id, no call lists it. 0 means that it has moved already.',
    conditions: [overwrites('recipient_email', leaves), overwrites('recipient_uuid', leaves)],
    rules: [{ kind: 'one_of', arguments: ['recipient_email', 'recipient_uuid'] }],
    effect: 'write',
    reply: object(null),
    says: {
      recipient_email: 'E-mail address of the account that gets it.',
      recipient_uuid: 'Id of the team that gets it.',
    },
  },
  images_post_account_transfer_accept: {
    title: 'Accept a snapshot',
    description:
      'Takes over a snapshot that another account offers; from then on it is billed here.',
    effect: 'write',
    cost: 'starts',
    reply: nothing,
    says: { recipient_uuid: 'Id of the team that takes it.' },
  },
  images_post_account_transfer_cancel: {
    title: 'Take back the offer of a snapshot',
    description: 'Withdraws an offer that the recipient has not accepted yet; the snapshot stays.',
    effect: 'write',
    reply: nothing,
  },
  images_post_account_transfer_decline: {
    title: 'Decline a snapshot',
    description: 'Turns down a snapshot that another account offers; it stays where it is.',
    effect: 'write',
    reply: nothing,
  },
});
