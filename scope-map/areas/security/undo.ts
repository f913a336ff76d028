// How changes of security scans are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { call, cannot, former, look, restores } from '../../entry/undos.ts';

/** By operation id. */
export const undos: Undos = {
  security_create_scan: cannot('a scan leaves nothing to put back'),
  security_update_settings_plan: restores(
    look('security_list_settings', {}),
    call('security_update_settings_plan', { tier_coverage: former('tier_coverage') }),
  ),
  security_create_suppression: cannot(
    'it is not told which suppression is whose; security_delete_suppression ends one',
  ),
  security_delete_suppression: cannot('what it suppressed is not told'),
  security_create_scan_rule: cannot('a rule for scans stays'),
};
