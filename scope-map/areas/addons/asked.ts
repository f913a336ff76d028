// How people ask for add-ons of other vendors.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  addons_get_app: {
    asked: [
      'which third-party services can i buy',
      'what does the marketplace offer as a service',
      'prices of available add-ons',
    ],
  },
  addons_get_app_metadata: {
    asked: ['what must i fill in to buy this add-on', 'which settings does the add-on need'],
    common: 0,
  },
  addons_list: {
    asked: ['which add-ons do we pay for', 'what third-party services are running'],
  },
  addons_get: { asked: ['is the add-on ready', 'which plan is the add-on on'] },
  addons_create: {
    asked: ['buy an add-on', 'subscribe to a third-party service', 'provision a saas add-on'],
  },
  addons_patch: { asked: ['rename an add-on'], common: 0 },
  addons_patch_plan: {
    asked: ['upgrade the plan of an add-on', 'move the add-on to a cheaper plan'],
  },
  addons_delete: { asked: ['cancel an add-on', 'stop paying for a third-party service'] },
};
