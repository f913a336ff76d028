// Why DigitalOcean would refuse what is done with uptime checks.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  uptime_create_check: [],
  uptime_update_check: [],
  uptime_delete_check: [],
  uptime_create_alert: [untold('whether the alert goes together with the check')],
  uptime_update_alert: [untold('whether the alert goes together with the check')],
  uptime_delete_alert: [],
};
