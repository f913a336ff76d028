// How people ask for pools of servers that grow and shrink.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  autoscalepools_list: {
    asked: ['which server groups scale by themselves', 'what auto scaling groups are there'],
  },
  autoscalepools_get: {
    asked: [
      'how far can this scaling group grow',
      'show one auto scaling group',
      'is the pool up yet',
    ],
  },
  autoscalepools_create: {
    asked: [
      'start more servers when the load rises',
      'set up auto scaling for web servers',
      'keep five identical machines running',
      'make a scaling group',
    ],
  },
  autoscalepools_update: {
    asked: [
      'let the scaling group grow to 20 machines',
      'change how many servers the pool keeps',
      'scale at 70 percent cpu instead',
    ],
  },
  autoscalepools_delete: {
    asked: ['stop auto scaling but keep the machines', 'remove a scaling group'],
  },
  autoscalepools_delete_dangerous: {
    asked: ['destroy the scaling group and all its servers'],
    common: 0,
  },
  autoscalepools_list_members: {
    asked: [
      'which servers belong to the scaling group',
      'are all machines of the pool healthy',
      'which member of the pool is broken',
    ],
  },
  autoscalepools_list_history: {
    asked: ['when did the pool scale up', 'why were servers added last night'],
    common: 0,
  },
};
