// What the arguments of add-ons mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  app_slug: 'Application, from addons_get_app.',
  fleet_uuid: 'Project to put it in.',
  linked_droplet_id: 'Droplet that it is for.',
  resource_uuid: 'Add-on id.',
};
