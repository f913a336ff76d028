// What changes of security settings take away.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  security_update_settings_plan: {
    kind: 'settings of security scans',
    nothingHangs: 'resources are scanned or not; nothing of theirs changes',
  },
  security_delete_suppression: {
    kind: 'suppression',
    does: 'Shows again what was hidden by',
    thing: {
      look: look('security_list_settings', {}),
      at: 'settings.suppressions.resources',
      belongs: [{ at: 'id', is: argument('suppression_uuid') }],
      named: 'rule_name',
      details: [{ at: 'resource_type', says: 'of a {}' }, { at: 'resource_id' }],
    },
    nothingHangs: 'the finding shows again, and can be hidden again',
  },
};
