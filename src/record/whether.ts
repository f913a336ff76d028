// Whether calls are recorded at all: asked before anything of the record is loaded.
import type { Settings } from '../configuration/settings.ts';

/**
 * Whether calls are recorded: always, unless the owner says off; on the simulation only where a file is named.
 * @param isReplaced whether something stands in the place of the wire, so that no account is reached.
 */
export const isRecorded = (
  { audit, sandbox }: Pick<Settings, 'audit' | 'sandbox'>,
  isReplaced: boolean,
): boolean => (audit === null ? !sandbox && !isReplaced : audit !== 'off');
