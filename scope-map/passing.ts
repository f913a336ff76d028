// The refusals that any change may meet because something else is still going on, and that pass by themselves.
import type { Passing } from './endpoint/passing.ts';

// The same state is told as 403, 409, 412 or 422, differently by area and by year.
const busy = [403, 409, 412, 422] as const;

/**
 * How DigitalOcean says that a thing is busy with something else and that this change was not made. A change is not
 * repeated for words that could also mean that it is itself under way.
 * Sources: digitalocean/terraform-provider-digitalocean#1034 (a Droplet's pending event, on every kind of change),
 * digitalocean/openapi#1173 and ansible-collections/community.digitalocean#185 (load balancers),
 * digitalocean/terraform-provider-digitalocean#1103 (database clusters under maintenance), digitalocean/csi-digitalocean
 * (volumes); waiters of the Terraform provider for how long.
 */
const told = [
  'pending event',
  'previous action',
  'another action',
  'another event',
  'another operation',
  'action is in progress',
  'event is in progress',
  'operation is in progress',
  'undergoing maintenance',
  'currently being',
  'still being',
  'is being processed',
  'is being updated',
  'is busy',
  'is not ready',
  'not yet ready',
] as const;

/** Refusals that are waited for on every call that changes something. */
export const busyRefusals: readonly Passing[] = told.map((says) => ({
  status: busy,
  says,
  within: 300,
}));
