// Why what a 1-Click application installs is not taken back.
import type { Undos } from '../../endpoint/undo.ts';
import { cannot } from '../../entry/undos.ts';

/** By operation id. */
export const undos: Undos = {
  oneClicks_install_kubernetes: cannot('what is installed in a cluster is removed inside it'),
};
