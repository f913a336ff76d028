// Why a team is not taken back.
import type { Undos } from '../../endpoint/undo.ts';
import { cannot } from '../../entry/undos.ts';

/** By operation id. */
export const undos: Undos = {
  organizations_create_team: cannot('no call removes a team'),
};
