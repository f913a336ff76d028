// Runs of an app's scheduled jobs, told from the schedule and the clock: nothing is kept but what was canceled.
import * as z from 'zod';
import type { World } from '../../../world/world.ts';
import type { App } from '../app.ts';
import { derivedId } from '../derived-id.ts';
import { dueBetween } from './schedule.ts';

/** One run of a job. */
export interface Invocation {
  readonly id: string;
  readonly job: string;
  readonly deployment: string;
  readonly schedule: { readonly cron: string; readonly time_zone: string };
  readonly phase: 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'CANCELED';
  readonly createdAt: number;
  /** Null before. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** When runs were canceled, by their id. */
export class Canceled extends Map<string, number> {}

const scheduled = z.looseObject({
  name: z.string(),
  schedule: z.looseObject({ cron: z.string(), time_zone: z.string().default('UTC') }),
});

/** How long a run waits and takes, in seconds. */
const starts = 2;
const takes = 30;

/** How far back runs are told, in milliseconds, and how many of each job. */
const memory = 2 * 86_400_000;
const most = 50;

const idOf = (app: App, job: string, at: number): string => derivedId(`run ${app.id} ${job} ${at}`);

/** The runs of an app's active deployment, newest first. */
export const invocationsOf = (world: World, app: App, now: number): readonly Invocation[] => {
  const { active } = app;
  if (active === null) return [];
  const since = active.history.find(({ phase }) => phase === 'ACTIVE')?.at ?? now;
  const runs = (active.spec.jobs ?? []).flatMap((component) => {
    const job = scheduled.safeParse(component);
    if (!job.success) return [];
    const { name, schedule } = job.data;
    const { cron, time_zone: zone } = schedule;
    const from = Math.max(since, now - memory);
    return dueBetween({ cron, zone }, from, now, most).map((at): Invocation => {
      const id = idOf(app, name, at);
      const startedAt = at + world.pace.lasts(starts);
      const wouldEnd = startedAt + world.pace.lasts(takes);
      const canceledAt = world.of(Canceled).get(id);
      const hasStarted = startedAt <= (canceledAt ?? now);
      const endedAt = canceledAt ?? (wouldEnd <= now ? wouldEnd : null);
      const running = hasStarted ? 'RUNNING' : 'PENDING';
      const ended = canceledAt === undefined ? 'SUCCEEDED' : 'CANCELED';
      return {
        id,
        job: name,
        deployment: active.id,
        schedule: { cron, time_zone: zone },
        phase: endedAt === null ? running : ended,
        createdAt: at,
        startedAt: hasStarted ? startedAt : null,
        endedAt,
      };
    });
  });
  return runs.sort((one, other) => other.createdAt - one.createdAt);
};
