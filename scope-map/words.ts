// What arguments mean that several areas have; an area or an endpoint may say it differently.
import type { Words } from './endpoint/words.ts';

/** Descriptions by dotted argument name. DigitalOcean's defaults are added from the facts. */
export const sharedWords: Words = {
  action_id: 'Action id.',
  'backup_policy.hour': 'UTC, in steps of 4.',
  'backup_policy.weekday': 'For weekly plans.',
  description: 'Free text.',
  droplet_id: 'Droplet id.',
  name: 'Name.',
  project_id: 'Default: the default project.',
  region: 'Region slug, such as nyc3.',
  tag_name: 'Only those with this tag.',
  tags: 'Tags.',
};
