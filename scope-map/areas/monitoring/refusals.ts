// Why DigitalOcean would refuse what is done with alert policies and where logs go.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  monitoring_create_alertPolicy: [untold('whether there is what the policy watches and tells')],
  monitoring_update_alertPolicy: [untold('whether there is what the policy watches and tells')],
  monitoring_delete_alertPolicy: [],
  monitoring_create_destination: [untold('whether the destination takes what is sent there')],
  monitoring_update_destination: [untold('whether the destination takes what is sent there')],
  monitoring_delete_destination: [untold('whether something is still sent there')],
};
