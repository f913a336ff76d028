// Views that several areas have.
import type { View } from '../endpoint/reply.ts';

/** A list of actions, whatever they work on. */
export const actionList: View = {
  columns: [
    'id',
    'type',
    'status',
    'started_at',
    'completed_at',
    'resource_type',
    'resource_id',
    'region_slug',
  ],
};
