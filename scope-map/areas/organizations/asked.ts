// How people ask for organizations and their teams.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  organizations_list_teams: {
    asked: [
      'which teams belong to our company',
      'how many people are in each team',
      'list all teams of the organization',
    ],
  },
  organizations_create_team: {
    asked: [
      'set up a new team in our organization',
      'make a team and invite people to it',
      'open a separate team for the data department',
    ],
    common: 0,
  },
};
