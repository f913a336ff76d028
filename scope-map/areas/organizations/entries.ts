// Organizations: several teams under one roof.
import { describeArea } from '../../entry/area-map.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  organizations_list_teams: {
    title: 'List teams of an organization',
    description:
      'Lists the teams of an organization with members and standing; only a token made for an organization may ask. A team of its own shows in account_get.',
    reply: { kind: 'list', key: 'teams', paging: { style: 'none' } },
    view: {
      columns: [
        'uuid',
        'name',
        'email',
        'status',
        'member_count',
        'company',
        'joined_organization_at',
      ],
    },
  },
  organizations_create_team: {
    title: 'Create a team in an organization',
    description:
      'Creates a team in an organization and mails the invitations given at once; only a token made for an organization may. No call deletes a team again.',
    effect: 'write',
    // The invitations stand beside the team: which of them failed is worth knowing.
    reply: object(null),
    says: { name: 'Name of the team.' },
  },
});
