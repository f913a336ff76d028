// When Droplets are backed up, and when they can be.
import { type Call, numberIn, ok } from '../../exchange/call.ts';
import { cutPage } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { type BackupPolicy, type Droplet, Droplets } from '../../things/droplets/droplet.ts';
import { nextWindow } from '../../things/droplets/view.ts';
import type { World } from '../../world/world.ts';

/** Hours that a window is open. */
const windowHours = 4;
/** Days that a backup is kept. */
const keptDays = { weekly: 28, daily: 7 } as const;

const policyView = ({ plan, weekday, hour }: BackupPolicy) => ({
  plan,
  ...(weekday === null ? {} : { weekday }),
  hour,
  window_length_hours: windowHours,
  retention_period_days: keptDays[plan],
});

const view = (droplet: Droplet, now: number) => ({
  droplet_id: droplet.id,
  backup_enabled: droplet.backups !== null,
  ...(droplet.backups === null
    ? {}
    : {
        backup_policy: policyView(droplet.backups),
        next_backup_window: nextWindow(droplet.backups, now),
      }),
});

const supported = (['weekly', 'daily'] as const).map((name) => ({
  name,
  possible_window_starts: [0, 4, 8, 12, 16, 20],
  window_length_hours: windowHours,
  retention_period_days: keptDays[name],
  possible_days: name === 'daily' ? [] : ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
}));

const list = (call: Call, world: World) => {
  const droplets = [...world.of(Droplets).values()];
  const policies: Record<string, object> = {};
  const { links } = cutPage(call, droplets, (droplet) => {
    policies[droplet.id] = view(droplet, call.now);
  });
  return ok({ policies, links, meta: { total: droplets.length } });
};

const reads = [['droplet:read']] as const;

/** Operations of backup policies. */
export const backupPolicyRoutes: readonly Route[] = [
  { method: 'GET', path: '/v2/droplets/backups/policies', requires: reads, handle: list },
  {
    method: 'GET',
    path: '/v2/droplets/backups/supported_policies',
    requires: reads,
    handle: () => ok({ supported_policies: supported }),
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/backups/policy',
    requires: reads,
    handle: (call, world) => {
      const droplet = world.of(Droplets).get(numberIn(call, 'droplet_id'));
      if (droplet === undefined) throw notFound('Droplet');
      return ok({ policy: view(droplet, call.now) });
    },
  },
];
