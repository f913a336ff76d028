// What the arguments of Functions mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  expires_in: 'How long it works, in hours or days: 12h, 7d; for ever if absent.',
  function: 'Function to run, as package/name or name.',
  key_id: 'Access key id, from functions_access_key_list.',
  label: 'Name of the namespace, unique in the team.',
  name: 'Name, unique in the namespace.',
  namespace_id: 'Namespace id (fn- and a UUID), from functions_list_namespaces.',
  scheduled_details: 'When it runs, and with what.',
  'scheduled_details.body': 'Arguments handed to the function, by the names that it knows.',
  'scheduled_details.body.name': 'An argument called name; any others may stand beside it.',
  'scheduled_details.cron': 'Cron expression in UTC, such as "0 6 * * 1".',
  trigger_name: 'Trigger name.',
  type: 'Kind of trigger; there is one.',
};
