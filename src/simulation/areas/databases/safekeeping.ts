// What a database cluster is kept safe with: its authority's certificate and its backups.
import { ok } from '../../exchange/call.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { Database } from '../../things/databases/database.ts';
import { databasePath, findDatabase } from './inside.ts';

const day = 86_400_000;
/** A backup a day is kept for a week (DigitalOcean's documentation of its engines). */
const keptDays = 7;
/** Gigabytes of a backup of a database with little in it. */
const usualSize = 0.03;

const certificateOf = ({ id }: Database): string =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\nsimulated authority of ${id}\n-----END CERTIFICATE-----\n`,
  ).toString('base64');

/** Backups are made at the hour of the cluster's creation; oldest first. */
const backupsOf = ({ createdAt }: Database, now: number) => {
  const made = Math.floor((now - createdAt) / day);
  return Array.from({ length: Math.min(made, keptDays) }, (_, index) => ({
    created_at: forPeople(createdAt + (made - Math.min(made, keptDays) + index + 1) * day),
    size_gigabytes: usualSize,
    incremental: false,
  }));
};

/** The certificate and the backups of a cluster. */
export const safekeepingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${databasePath}/ca`,
    requires: [['database:read']],
    handle: (call, world) => ok({ ca: { certificate: certificateOf(findDatabase(call, world)) } }),
  },
  {
    method: 'GET',
    path: `${databasePath}/backups`,
    requires: [['database:read']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      const at = new Date(database.createdAt);
      return ok({
        backups: backupsOf(database, call.now),
        scheduled_backup_time: {
          backup_hour: at.getUTCHours(),
          backup_minute: at.getUTCMinutes(),
          backup_interval_hours: 24,
        },
      });
    },
  },
];
