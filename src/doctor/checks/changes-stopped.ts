// The check of the switch that stops every change.
import { join } from 'node:path';
import { brakeFile, createFileBrake } from '../../brake/brake.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'changes.stopped': {
    level: 'warning',
    means:
      'Somebody has stopped every change for the servers of this state folder: only reads are done.',
    remedy: 'do-mcp allow-changes lets changes be made again, when whatever it was is over.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks at the switch in the state folder. */
export const changesStopped: Check = {
  name: 'changes',
  title: 'Changes',
  meanings,
  look: async ({ told: { settings } }) => {
    if (settings === null) return [];
    const pulled = await createFileBrake(join(settings.stateDir, brakeFile)).pulled();
    if (pulled === null) return [];
    const since = pulled.at === 0 ? '' : ` since ${new Date(pulled.at).toISOString()}`;
    return [finding('changes.stopped', `Changes have been stopped${since} by ${pulled.by}.`)];
  },
};
