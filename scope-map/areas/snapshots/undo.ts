// Why snapshots do not come back.
import type { Undos } from '../../endpoint/undo.ts';
import { cannot } from '../../entry/undos.ts';

/** By operation id. */
export const undos: Undos = {
  snapshots_delete: cannot('the data of a snapshot is gone with it'),
};
